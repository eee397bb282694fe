import { namedIn, type Scene } from './painter';
import type { PdfObjects } from './pdf-objects';
import type { PdfValue } from './pdf-values';

/** In plain pixels, as measured: what a pixel of a gradient takes. */
const GRADIENT = 10;

/** What a pixel takes that is painted with a pattern of this name, or a plain colour; the tiles of one that is tiled nobody can count. */
export function inkOf(scene: Scene, name: PdfValue | undefined): number {
  if (typeof name !== 'string') return 1;
  const { objects } = scene.painter;
  const pattern = namedIn(scene, '/Pattern', name);
  return objects.entryOf(pattern, '/PatternType') === 2
    ? gradientCost(objects, objects.entryOf(pattern, '/Shading'))
    : Infinity;
}

/** Paints the whole sheet with a gradient of this name. */
export function paintGradient(scene: Scene, name: PdfValue | undefined): void {
  const { objects, budget, whole } = scene.painter;
  budget.paint(whole * gradientCost(objects, namedIn(scene, '/Shading', name)) + scene.state.mask);
}

/** Gradients along a line or between circles are counted out once; others for each pixel or piece. */
function gradientCost(objects: PdfObjects, shading: PdfValue): number {
  const type = objects.entryOf(shading, '/ShadingType');
  return type === 2 || type === 3 ? GRADIENT : Infinity;
}
