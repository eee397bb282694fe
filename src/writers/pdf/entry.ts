import type { Area } from './page-frame';

/** Something to be written on a page. */
export type Entry = TextEntry | TickEntry | WidgetEntry;

interface Placed {
  /** 1-based. */
  readonly page: number;
  readonly box: Area;
}

export interface TextEntry extends Placed {
  readonly kind: 'text';
  readonly text: string;
  /** One box for each character; []: it is set as a whole. */
  readonly cells: readonly Area[];
  /** Points from one drawn line to the next; null: none is drawn. */
  readonly pitch: number | null;
  /** Whether it stands on a line, the lower side of the box. */
  readonly onRule: boolean;
}

/** A box is ticked. */
export interface TickEntry extends Placed {
  readonly kind: 'tick';
}

/** A field of the form that the file itself declares is set. */
export interface WidgetEntry {
  readonly kind: 'widget';
  /** As `readWidgets` says. */
  readonly id: string;
  /** Of a box to be ticked: "true" or "false". */
  readonly value: string;
}
