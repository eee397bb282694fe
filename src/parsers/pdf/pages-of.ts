import { ParseError } from '../parse-error';
import type { PdfObjects } from './pdf-objects';
import { type Dictionary, type PdfValue, Reference } from './pdf-values';

/** A page as the tree of pages has it. */
export interface PageInTree {
  readonly dictionary: Dictionary;
  /** Its own, or those of the nodes above it. */
  readonly resources: PdfValue;
}

/** Nodes in one another; readers of PDF give up earlier. */
const MAX_DEPTH = 50;
/** Pages and nodes right below one. */
const MAX_KIDS = 50_000;

/**
 * The pages in the order of their tree, each when it is asked for; none where it cannot be found. A node that is met again
 * inside itself is passed by. Throws `ParseError` for what is too long to be looked at.
 */
export function* pagesOf(objects: PdfObjects): Generator<PageInTree> {
  const catalog = objects.resolve(objects.root);
  const root = catalog instanceof Map ? (catalog.get('/Pages') ?? null) : null;
  yield* below(objects, root, null, new Set(), 0);
}

function* below(
  objects: PdfObjects,
  node: PdfValue,
  above: PdfValue,
  inside: Set<number>,
  depth: number,
): Generator<PageInTree> {
  const dictionary = objects.resolve(node);
  if (objects.isTooLong(node)) throw tooLong();
  if (!(dictionary instanceof Map) || depth > MAX_DEPTH) return;
  const resources = objects.entryOf(dictionary, '/Resources') ?? above;
  const kids = objects.entryOf(dictionary, '/Kids');
  if (!Array.isArray(kids)) {
    yield { dictionary, resources };
    return;
  }
  if (kids.length > MAX_KIDS) throw tooLong();
  for (const kid of kids) {
    const number = kid instanceof Reference ? kid.number : null;
    if (number !== null && inside.has(number)) continue;
    if (number !== null) inside.add(number);
    yield* below(objects, kid, resources, inside, depth + 1);
    if (number !== null) inside.delete(number);
  }
}

const tooLong = (): ParseError =>
  new ParseError(
    'document-unreadable',
    'this PDF has a page, or a list of pages, too long to be read; send it in pieces',
  );
