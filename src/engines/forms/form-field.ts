import type { Box } from '../../parsers/parsed-document';

/** A field that the file itself declares, at one of its places. */
export interface DeclaredField {
  /** Names it within its file. */
  readonly id: string;
  readonly name: string;
  readonly type: 'text' | 'checkbox';
  readonly box: Box;
  /** What its author says that belongs there; null: nothing. */
  readonly tooltip: string | null;
  /** What may be chosen; []: anything. */
  readonly choices: readonly string[];
  /** Of a box to be ticked that is one of several: what it stands for; null: it stands alone. */
  readonly option: string | null;
  readonly value: string | null;
}

/** A field of one page, before it has a key. */
export interface PageField {
  /** 1-based. */
  readonly page: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly type: 'text' | 'checkbox';
  /** Where to write, in points from the top left of the page. */
  readonly box: Box;
  /** One box for each character; []: written on as a whole. */
  readonly cells: readonly Box[];
  /** Points from one line to write on to the next; null: none is drawn. */
  readonly pitch: number | null;
  /** Whether it is written on a line, the lower side of the box. */
  readonly onRule: boolean;
  readonly label: string;
  /** What a box to be ticked is one answer to; null: it stands alone. */
  readonly question: string | null;
  /** The heading it stands under; null: there is none. */
  readonly section: string | null;
  readonly value: string | null;
  /** Null: it is only drawn. */
  readonly declared: DeclaredField | null;
}

/** A field of a form as it is asked for and filled in. */
export interface NamedField extends PageField {
  /** Names it within its form. */
  readonly key: string;
  /** For a person: what belongs there. */
  readonly description: string;
}
