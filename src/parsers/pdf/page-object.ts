import type { PdfObjects } from './pdf-objects';
import { type PdfValue, Reference } from './pdf-values';

/** What the file says of a page, also by the nodes above it (ISO 32000-1, 7.7.3). */
export interface PageObject {
  readonly contents: PdfValue;
  readonly resources: PdfValue;
  /** What of the page is shown: left, bottom, right, top, in points. */
  readonly frame: readonly [left: number, bottom: number, right: number, top: number];
  /** Degrees clockwise by which it is turned to be shown: 0, 90, 180 or 270. */
  readonly turn: number;
  /** Notes and form fields, which are drawn over it. */
  readonly annotations: readonly PdfValue[];
}

const INHERITED = ['/Resources', '/MediaBox', '/CropBox', '/Rotate'] as const;
const MAX_DEPTH = 50;

/** Numbers of the objects that are pages, as far as they were met: to go past one it is not read again. */
const KNOWN_PAGES = new WeakMap<PdfObjects, Set<number>>();

/** The page with this number, 1-based; null where the tree of pages does not lead to it. */
export function findPage(objects: PdfObjects, number: number): PageObject | null {
  const seen = new Set<number>();
  const pages = KNOWN_PAGES.get(objects) ?? new Set<number>();
  KNOWN_PAGES.set(objects, pages);
  let left = number;
  const search = (node: PdfValue, above: ReadonlyMap<string, PdfValue>, depth: number): PageObject | null => {
    if (node instanceof Reference) {
      if (seen.has(node.number)) return null;
      seen.add(node.number);
      if (left > 1 && pages.has(node.number)) {
        left -= 1;
        return null;
      }
    }
    const dictionary = objects.resolve(node);
    if (!(dictionary instanceof Map) || depth > MAX_DEPTH) return null;
    const own = new Map(above);
    for (const name of INHERITED) {
      const value = dictionary.get(name);
      if (value !== undefined) own.set(name, value);
    }
    const kids = objects.entryOf(dictionary, '/Kids');
    if (!Array.isArray(kids)) {
      left -= 1;
      if (node instanceof Reference) pages.add(node.number);
      return left === 0 ? pageOf(objects, dictionary, own) : null;
    }
    for (const kid of kids) {
      const found = search(kid, own, depth + 1);
      if (found !== null || left === 0) return found;
    }
    return null;
  };
  return search(objects.entryOf(objects.root, '/Pages'), new Map(), 0);
}

function pageOf(
  objects: PdfObjects,
  page: ReadonlyMap<string, PdfValue>,
  own: ReadonlyMap<string, PdfValue>,
): PageObject | null {
  const media = boxOf(objects, own.get('/MediaBox'));
  const crop = boxOf(objects, own.get('/CropBox')) ?? media;
  if (media === null || crop === null) return null;
  const annotations = objects.entryOf(page, '/Annots');
  const turn = Number(objects.resolve(own.get('/Rotate')) ?? 0);
  return {
    contents: page.get('/Contents') ?? null,
    resources: objects.resolve(own.get('/Resources')),
    frame: [
      Math.max(media[0], crop[0]),
      Math.max(media[1], crop[1]),
      Math.min(media[2], crop[2]),
      Math.min(media[3], crop[3]),
    ],
    turn: ((turn % 360) + 360) % 360,
    annotations: Array.isArray(annotations) ? annotations : [],
  };
}

function boxOf(objects: PdfObjects, value: PdfValue | undefined): PageObject['frame'] | null {
  const corners = objects.resolve(value);
  if (!Array.isArray(corners)) return null;
  const [a = Number.NaN, b = 0, c = 0, d = 0] = corners.map((corner) => Number(objects.resolve(corner)));
  if (Number.isNaN(a + b + c + d)) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
