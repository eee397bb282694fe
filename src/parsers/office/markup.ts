import { ParseError } from '../parse-error';
import { walkXml } from '../xml-events';
import { PREFIX_OF } from './namespaces';

/** An element of an office document's XML, text in its place among the children. */
export interface Markup {
  /** With the prefix that is usual for its namespace ("w:p"), whichever the file uses. */
  readonly name: string;
  /** Names as `name`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}
export type MarkupNode = Markup | string;

/** Elements kept of one part, each of about 100 bytes: a thousand pages of Word, or 150,000 cells. */
const MAX_ELEMENTS = 400_000;
/** Elements met, those that are skipped among them. */
const MAX_MET = 2_000_000;

/** What an element declared, and what its prefixes meant before. */
type Declared = readonly (readonly [prefix: string, before: string | undefined])[];

interface Open extends Markup {
  children: MarkupNode[];
}

/** Most elements have no attributes, or no children: they share these. */
const NO_ATTRIBUTES: Markup['attributes'] = {};
const NO_CHILDREN: MarkupNode[] = [];
const NOTHING_DECLARED: Declared = [];

class TooManyElements extends Error {}

/**
 * Reads one XML part. Elements named in `skipped` are left out with all that is in them: what nobody reads takes no
 * memory. Throws `ParseError` for XML that is not well-formed or has more elements than are read, naming `what` and the
 * part.
 */
export function readMarkup(bytes: Uint8Array, what: string, part: string, skipped: ReadonlySet<string>): Markup {
  const reader = new MarkupReader(skipped);
  try {
    walkXml(decode(bytes), reader, MAX_MET);
  } catch (error) {
    if (error instanceof TooManyElements) {
      const reason = `${what} has more than ${MAX_ELEMENTS} elements in "${part}", more than is read`;
      throw new ParseError('document-unreadable', `${reason}; split it into several files`);
    }
    if (!(error instanceof ParseError)) throw error;
    throw new ParseError('document-unreadable', `${what} is damaged in "${part}": ${error.message}; save it again`);
  }
  return reader.root;
}

function decode(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(mark === true ? 'utf-16be' : mark === false ? 'utf-8' : mark).decode(bytes);
}

class MarkupReader {
  readonly #document: Open = { name: '#document', attributes: {}, children: [] };
  readonly #stack: Open[] = [this.#document];
  readonly #declared: Declared[] = [];
  readonly #skippedNames: ReadonlySet<string>;
  readonly #prefixes = new Map<string, string>();
  #skipped = 0;
  #kept = 0;

  constructor(skipped: ReadonlySet<string>) {
    this.#skippedNames = skipped;
  }

  get root(): Markup {
    return this.#document.children.find((child) => typeof child !== 'string') ?? this.#document;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#declared.push(this.#declare(attributes));
    const usual = this.#usual(name);
    if (this.#skipped > 0 || this.#skippedNames.has(usual)) {
      this.#skipped += 1;
      return;
    }
    this.#kept += 1;
    if (this.#kept > MAX_ELEMENTS) throw new TooManyElements();
    const element: Open = { name: usual, attributes: this.#usualAttributes(attributes), children: [] };
    this.#top().children.push(element);
    this.#stack.push(element);
  }

  text(data: string): void {
    if (this.#skipped > 0) return;
    const { children } = this.#top();
    const last = children[children.length - 1];
    if (typeof last === 'string') children[children.length - 1] = last + data;
    else children.push(data);
  }

  close(): void {
    for (const [prefix, before] of this.#declared.pop() ?? NOTHING_DECLARED) {
      if (before === undefined) this.#prefixes.delete(prefix);
      else this.#prefixes.set(prefix, before);
    }
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const element = this.#top();
    this.#stack.pop();
    // An array that grew has room for many more; a copy has not.
    element.children = element.children.length === 0 ? NO_CHILDREN : element.children.slice();
  }

  #declare(attributes: Readonly<Record<string, string>>): Declared {
    let own: [string, string | undefined][] | null = null;
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue;
      const prefix = key.slice('xmlns:'.length);
      own ??= [];
      // Undone from the last on: of two spellings of one prefix the first knows what it meant before.
      own.unshift([prefix, this.#prefixes.get(prefix)]);
      this.#prefixes.set(prefix, PREFIX_OF[attributes[key] ?? ''] ?? prefix);
    }
    return own ?? NOTHING_DECLARED;
  }

  #usualAttributes(attributes: Readonly<Record<string, string>>): Markup['attributes'] {
    let own: Record<string, string> | null = null;
    for (const key in attributes) {
      if (key.startsWith('xmlns')) continue;
      own ??= {};
      own[key.includes(':') ? this.#usual(key) : key] = attributes[key] ?? '';
    }
    return own ?? NO_ATTRIBUTES;
  }

  #top(): Open {
    return this.#stack[this.#stack.length - 1] ?? this.#document;
  }

  #usual(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const local = name.slice(colon + 1);
    const usual = this.#prefixes.get(prefix) ?? prefix;
    return usual === '' ? local : `${usual}:${local}`;
  }
}

/** The child elements, or those of a name. */
export function childrenOf(element: Markup, name?: string): Markup[] {
  return element.children.filter(
    (child): child is Markup => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element that a path of names leads to, each a child of the one before; null: none. */
export function childAt(element: Markup, ...path: readonly string[]): Markup | null {
  let at: Markup | null = element;
  for (const name of path) {
    const next: MarkupNode | undefined = at.children.find((child) => typeof child !== 'string' && child.name === name);
    if (next === undefined || typeof next === 'string') return null;
    at = next;
  }
  return at;
}

/** An attribute of the element that a path leads to; null: no such element, or it has none. */
export function attributeAt(element: Markup, path: readonly string[], attribute: string): string | null {
  return childAt(element, ...path)?.attributes[attribute] ?? null;
}

/** All elements of a name below, outermost first; not looked for inside one another. */
export function allBelow(element: Markup, name: string): Markup[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : allBelow(child, name)));
}

/** The character data below. */
export function textBelow(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(textBelow).join('');
}
