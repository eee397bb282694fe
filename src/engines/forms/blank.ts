import type { Box } from '../../parsers/parsed-document';

/** What shows that something is to be filled in. */
export type BlankKind = 'frame' | 'rule' | 'tick';

/** A place on a page to be filled in, before it has a name. Boxes are in points, as everywhere in a parsed document. */
export interface Blank {
  readonly kind: BlankKind;
  /** Where to write. Of a rule: the room above it, down to the rule. */
  readonly box: Box;
  /** One box for each character; []: written on as a whole. */
  readonly cells: readonly Box[];
  /** Points from one line to write on to the next; null: there is one line, or none is drawn. */
  readonly pitch: number | null;
  /** What is printed inside it for a label; null: nothing. */
  readonly inside: string | null;
  /** What is filled in as it stands: of a box to be ticked "true" or "false"; null: nothing is. */
  readonly value: string | null;
}

const PLAIN = { cells: [], pitch: null, inside: null, value: null } as const;

export const frameBlank = (box: Box, more: Partial<Blank> = {}): Blank => ({ ...PLAIN, kind: 'frame', box, ...more });
export const ruleBlank = (box: Box, more: Partial<Blank> = {}): Blank => ({ ...PLAIN, kind: 'rule', box, ...more });
export const tickBlank = (box: Box, ticked: boolean): Blank => ({
  ...PLAIN,
  kind: 'tick',
  box,
  value: String(ticked),
});
