/** What the head of a Word 97-2003 file says (MS-DOC, 2.5): where its parts are. */
export interface Fib {
  readonly isEncrypted: boolean;
  /** The stream that tables of properties are in. */
  readonly tableName: '0Table' | '1Table';
  /** Characters of each part of the text, in the order in which they follow each other. */
  readonly lengths: Readonly<Record<TextPart, number>>;
  /** Where a structure is in the table stream. */
  range(index: number): { readonly offset: number; readonly length: number };
}

export type TextPart = 'body' | 'notes' | 'headers' | 'macros' | 'comments' | 'endnotes' | 'boxes' | 'headerBoxes';
export const TEXT_PARTS: readonly TextPart[] = [
  'body',
  'notes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
];

const SIGNATURE = 0xa5ec;
/** The version of Word 97; earlier ones are built otherwise. */
const WORD_97 = 0x00c1;
const LENGTHS_AT = 76;
const RANGES_AT = 154;
const HEAD_BYTES = 900;

/** Positions of structures among the ranges. */
export const RANGE = { headers: 11, characters: 12, paragraphs: 13, pieces: 33 } as const;

/** Null when the stream is no Word document, or of a version before 97. */
export function readFib(stream: Uint8Array): Fib | null {
  if (stream.length < HEAD_BYTES) return null;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (view.getUint16(0, true) !== SIGNATURE || view.getUint16(2, true) < WORD_97) return null;
  const flags = view.getUint16(10, true);
  const length = (part: number): number => Math.max(0, view.getInt32(LENGTHS_AT + 4 * part, true));
  const lengths = Object.fromEntries(TEXT_PARTS.map((part, index) => [part, length(index)]));
  return {
    isEncrypted: (flags & 0x0100) !== 0,
    tableName: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    lengths: { ...NO_LENGTHS, ...lengths },
    range: (index) => ({
      offset: view.getUint32(RANGES_AT + 8 * index, true),
      length: view.getUint32(RANGES_AT + 8 * index + 4, true),
    }),
  };
}

const NO_LENGTHS: Fib['lengths'] = {
  body: 0,
  notes: 0,
  headers: 0,
  macros: 0,
  comments: 0,
  endnotes: 0,
  boxes: 0,
  headerBoxes: 0,
};
