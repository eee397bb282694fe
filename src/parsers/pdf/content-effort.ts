/** What it takes to go through instructions that draw (ISO 32000-1, annex A), in bytes of plain instructions. */
export interface ContentEffort {
  readonly own: number;
  /** How often each thing is drawn, by its name with the slash; under the empty name those whose name cannot be told. */
  readonly draws: ReadonlyMap<string, number>;
}

/** As measured: a path that is painted takes as long as 500 bytes of plain instructions, text that is shown as 100. */
const PAINTING = new Map<string, number>([
  ...['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh'].map((name): [string, number] => [name, 500]),
  ...['n', 'Tj', 'TJ', "'", '"', 'EI'].map((name): [string, number] => [name, 100]),
]);
const LONGEST = 2;
const BLANK = 1;
const DELIMITER = 2;
/** Of each byte: blank, delimiter, or neither. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ([0, 9, 10, 12, 13, 32].includes(byte)) return BLANK;
  return '()<>[]{}/%'.includes(String.fromCharCode(byte)) ? DELIMITER : 0;
});
const SLASH = 0x2f;

/**
 * Looks for the words of instructions wherever they stand, in strings and pictures too: what hides a word from this reader
 * might not hide it from another.
 */
export function contentEffort(content: Uint8Array): ContentEffort {
  let own = content.length;
  const draws = new Map<string, number>();
  let start = 0;
  for (let at = 0; at <= content.length; at += 1) {
    if (at < content.length && KIND[content[at] ?? 0] === 0) continue;
    const length = at - start;
    if (length > 0 && length <= LONGEST && content[start - 1] !== SLASH) {
      const word = String.fromCharCode(...content.subarray(start, at));
      own += PAINTING.get(word) ?? 0;
      if (word === 'Do') {
        const name = nameBefore(content, start);
        draws.set(name, (draws.get(name) ?? 0) + 1);
      }
    }
    start = at + 1;
  }
  return { own, draws };
}

/** The name that stands right before a place; empty: something else does. */
function nameBefore(content: Uint8Array, place: number): string {
  let end = place;
  while (end > 0 && KIND[content[end - 1] ?? 0] === BLANK) end -= 1;
  let start = end;
  while (start > 0 && KIND[content[start - 1] ?? 0] === 0) start -= 1;
  if (content[start - 1] !== SLASH) return '';
  const text = String.fromCharCode(...content.subarray(start, Math.min(end, start + 200)));
  return `/${text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
}
