import type { HtmlElement } from './html-tree';

/** Characters that the items of a list in a list are indented by. */
const INDENT = 2;
/** Levels shown. */
const DEEPEST = 8;

/** The marker of an item. */
interface Marker {
  /** What its text begins with. */
  readonly text: string;
  /** "3." where the list is numbered; its text has a hyphen all the same, which is what items are known by. */
  readonly number: string | null;
}

const NONE: Marker = { text: '', number: null };

/** What a browser puts before the items of lists, and how deep they stand. */
export class ListMarkers {
  readonly #open: { readonly isNumbered: boolean; count: number }[] = [];
  #marker = NONE;

  begin(list: HtmlElement): void {
    const start = Number.parseInt(list.attributes.start ?? '1', 10);
    this.#open.push({ isNumbered: list.name === 'ol', count: Number.isSafeInteger(start) ? start - 1 : 0 });
  }

  end(): void {
    this.#open.pop();
  }

  item(): void {
    const list = this.#open.at(-1);
    if (list !== undefined) list.count += 1;
    this.#marker = { text: '- ', number: list?.isNumbered === true ? `${list.count}.` : null };
  }

  /** That of an item of which nothing has been set; empty: none waits. */
  takeMarker(): Marker {
    const marker = this.#marker;
    this.#marker = NONE;
    return marker;
  }

  /** Characters. */
  get indent(): number {
    return INDENT * Math.max(0, Math.min(this.#open.length, DEEPEST) - 1);
  }
}
