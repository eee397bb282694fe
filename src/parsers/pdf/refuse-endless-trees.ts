import { ParseError } from '../parse-error';
import type { PdfObjects } from './pdf-objects';
import { type PdfValue, Reference } from './pdf-values';

/** Trees that the PDF reader walks without looking back, and exhausts its stack in: where they stand in the catalog, and what leads on. */
const TREES = [
  { name: '/Outlines', title: 'outline', down: ['/First', '/Next'] },
  { name: '/PageLabels', title: 'tree of page labels', down: ['/Kids'] },
] as const;
const MAX_DEPTH = 50;
/** Nodes that are looked at; the reader takes no more than a few thousand entries. */
const MAX_NODES = 20_000;

/** Refuses a file whose outline or page labels lead back into themselves or lie too deep. Throws `ParseError`. */
export function refuseEndlessTrees(objects: PdfObjects): void {
  for (const { name, title, down } of TREES) {
    const seen = new Set<number>();
    const pending: { node: PdfValue; depth: number }[] = [];
    const add = (value: PdfValue, depth: number): void => {
      if (value instanceof Reference) {
        if (seen.has(value.number)) throw refusal(`an ${title} that leads back into itself`);
        seen.add(value.number);
      }
      if (depth > MAX_DEPTH) throw refusal(`an ${title} more than ${MAX_DEPTH} levels deep`);
      pending.push({ node: value, depth });
    };
    const root = objects.resolve(objects.root);
    if (root instanceof Map && root.has(name)) add(root.get(name) ?? null, 0);
    for (let next = pending.pop(); next !== undefined && seen.size <= MAX_NODES; next = pending.pop()) {
      const dictionary = objects.resolve(next.node);
      if (!(dictionary instanceof Map)) continue;
      for (const key of down) {
        const value = dictionary.get(key) ?? null;
        const children = value instanceof Reference && key !== '/Kids' ? value : objects.resolve(value);
        const level = key === '/Next' ? next.depth : next.depth + 1;
        for (const child of Array.isArray(children) ? children : children === null ? [] : [children]) add(child, level);
      }
    }
  }
}

const refusal = (what: string): ParseError =>
  new ParseError(
    'document-unreadable',
    `this PDF has ${what.replace(/^an (?![aeiou])/, 'a ')}; export it again from its source`,
  );
