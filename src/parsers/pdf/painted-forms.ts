import { matrixOf, multiplied } from './matrix';
import { coveredBy } from './painted-area';
import { namedIn, type Painter, type Scene } from './painter';
import type { PdfValue } from './pdf-values';

/** In painted pixels, as measured: what a form or picture takes besides what it paints. */
const THING = 2_000;
/** Surfaces of the sheet's size that a group is painted on. */
const GROUP_SURFACES = 2;

/** Draws a form or picture of this name. */
export async function paintThing(scene: Scene, name: PdfValue | undefined): Promise<void> {
  const { painter, state } = scene;
  painter.budget.spend(state.mask);
  const thing = namedIn(scene, '/XObject', name);
  const subtype = painter.objects.entryOf(thing, '/Subtype');
  if (subtype === '/Form') await paintForm(scene, thing);
  else if (subtype !== null)
    painter.budget.paint(THING + pixelsOf(painter, thing) + coveredBy(painter.sheet, state.matrix, [0, 0, 1, 1]));
}

/** Changes the state by one that is named, as far as it masks: what the mask takes is taken of everything painted after. */
export async function maskBy(scene: Scene, name: PdfValue | undefined): Promise<void> {
  const { painter, state } = scene;
  const mask = painter.objects.entryOf(namedIn(scene, '/ExtGState', name), '/SMask');
  if (mask === '/None') scene.state = { ...state, mask: 0 };
  if (!(mask instanceof Map)) return;
  const before = painter.budget.left;
  await paintForm(scene, mask.get('/G'));
  scene.state = { ...state, mask: before - painter.budget.left + GROUP_SURFACES * painter.whole };
}

async function paintForm({ painter, resources, state, depth }: Scene, form: PdfValue | undefined): Promise<void> {
  const { objects, budget, whole } = painter;
  budget.spend(THING + (objects.entryOf(form, '/Group') === null ? 0 : GROUP_SURFACES * whole));
  const own = objects.entryOf(form, '/Matrix');
  await painter.paint(
    {
      pieces: [form ?? null],
      resources: objects.entryOf(form, '/Resources') ?? resources,
      matrix: Array.isArray(own) ? multiplied(matrixOf(own.map(Number)), state.matrix) : state.matrix,
    },
    depth + 1,
  );
}

function pixelsOf({ objects }: Painter, image: PdfValue): number {
  const [width, height] = ['/Width', '/Height'].map((name) => Number(objects.entryOf(image, name)));
  return (width ?? 0) * (height ?? 0) * (objects.entryOf(image, '/SMask') === null ? 1 : 2);
}
