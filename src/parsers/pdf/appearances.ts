import type { PdfObjects } from './pdf-objects';
import { type PdfValue, Reference } from './pdf-values';

/** How a note or field looks, in whatever state (ISO 32000-1, 12.5.5): forms, by reference. */
export function appearancesOf(objects: PdfObjects, annotation: PdfValue): Reference[] {
  const looks = objects.entryOf(annotation, '/AP');
  return looks instanceof Map ? [...looks.values()].flatMap((look) => formsIn(objects, look)) : [];
}

function formsIn(objects: PdfObjects, look: PdfValue): Reference[] {
  if (look instanceof Reference && objects.streamOf(look) !== null) return [look];
  const states = objects.resolve(look);
  return states instanceof Map ? [...states.values()].filter((state) => state instanceof Reference) : [];
}
