import { ParseError } from './parse-error';
import type { DataNode } from './set-data';

/** Values inside values. */
const MAX_DEPTH = 200;

/** What the names and values of one document may weigh: a hundred thousand that lie ten deep, fewer that lie deeper. */
const MOST_WEIGHT = 2_000_000;
const OWN_WEIGHT = 10;

/** Characters of all places of values, each with the names around it: forty thousand of five hundred. */
const MOST_CHARACTERS = 20_000_000;

/** Counts the names and values of a document while its tree grows. */
export class DataWeight {
  #held = 0;
  #characters = 0;

  /** Throws `ParseError` for more than a document may have. `path`, `locator`: of the name that is added. */
  add(path: readonly string[], locator: string): void {
    this.#held += OWN_WEIGHT + path.length;
    this.#characters += locator.length;
    this.#refuse(0);
    if (this.#characters <= MOST_CHARACTERS) return;
    throw new ParseError(
      'document-unreadable',
      `this document has values whose names, with those around them, are longer than ${MOST_CHARACTERS} characters in all; shorten the names, or send it in pieces`,
    );
  }

  /** Throws as `add` does when so many more cannot be added. */
  announce(count: number): void {
    this.#refuse(count * OWN_WEIGHT);
  }

  #refuse(more: number): void {
    if (this.#held + more <= MOST_WEIGHT) return;
    throw new ParseError(
      'document-unreadable',
      'this document has too many values, nested too deep; send it in pieces',
    );
  }
}

/** A JSON value as a tree of names: locators are JSON pointers (RFC 6901). Null when nested too deep; throws `ParseError` when too large. */
export function jsonNode(
  value: unknown,
  name: string,
  path: readonly string[],
  pointer: string,
  weight = new DataWeight(),
): DataNode | null {
  if (path.length > MAX_DEPTH) return null;
  weight.add(path, pointer);
  const base = { name, path, locator: pointer, isRecordOfList: false };
  if (value === null || typeof value !== 'object') {
    return { ...base, value: value === null ? null : String(value), children: [] };
  }
  const isList = Array.isArray(value);
  const children: DataNode[] = [];
  weight.announce(isList ? value.length : Object.keys(value).length);
  for (const [key, child] of Object.entries(value)) {
    const below = `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const node = jsonNode(child, key, [...path, key], below, weight);
    if (node === null) return null;
    children.push({ ...node, isRecordOfList: isList });
  }
  return { ...base, value: null, children };
}
