const BULLET = /^[•◦▪‣●○■·∙–*-]\s+(?=\S)/u;
const NUMBER = /^(\d{1,3})[.)]\s+(?=\p{L})/u;
/** "a)", "iv.", "(b)", and no initials. */
const LETTER = /^(\(?(?:[a-z]|[ivx]{2,4})[.)])\s+(?=\p{L})(?!\p{L}\.)/u;
/** Points by which items of one depth may differ in where they begin. */
const SAME_DEPTH = 4;

/** The marker that a line begins with. */
export interface Marker {
  /** "-", "3." */
  readonly sign: string;
  /** The line without it. */
  readonly rest: string;
}

/** Null where a line is no list item. */
export function markerOf(text: string): Marker | null {
  const bullet = BULLET.exec(text);
  if (bullet !== null) return { sign: '-', rest: text.slice(bullet[0].length) };
  const number = NUMBER.exec(text);
  if (number !== null) return { sign: `${number[1]}.`, rest: text.slice(number[0].length) };
  const letter = LETTER.exec(text);
  return letter?.[1] === undefined ? null : { sign: letter[1], rest: text.slice(letter[0].length) };
}

/** Whether a text is nothing but a marker, set so far from its text that it became a line of its own. */
export function isBareMarker(text: string): boolean {
  return /^(?:[•◦▪‣●○■∙–*-]|\d{1,3}[.)])$/u.test(text);
}

/** How deep the items of a list are indented, from where their markers stand. */
export class ListIndent {
  readonly #open: { readonly x: number; readonly inner: string }[] = [];

  /** White space before an item whose marker stands at `x`; what follows may lie inside it. */
  indent(x: number, sign: string): string {
    while ((this.#open.at(-1)?.x ?? Number.NEGATIVE_INFINITY) > x - SAME_DEPTH) this.#open.pop();
    const before = this.#open.at(-1)?.inner ?? '';
    this.#open.push({ x, inner: `${before}${' '.repeat(sign.length + 1)}` });
    return before;
  }

  end(): void {
    this.#open.length = 0;
  }
}
