import type { Matrix } from './matrix';
import type { PaintedPath, Sheet } from './painted-area';
import type { PaintingBudget } from './painting-budget';
import type { PaintingState } from './painting-state';
import type { PdfObjects } from './pdf-objects';
import type { PdfValue } from './pdf-values';

/** What is painted: streams of instructions, the resources they name things in, from its space to the sheet's. */
export interface Painting {
  readonly pieces: readonly PdfValue[];
  readonly resources: PdfValue;
  readonly matrix: Matrix;
}

/** Counts what painting on a sheet takes. */
export interface Painter {
  readonly objects: PdfObjects;
  readonly sheet: Sheet;
  /** Pixels of the sheet. */
  readonly whole: number;
  readonly budget: PaintingBudget;
  /** `depth`: how many forms, masks and letters it is inside of. Throws `TooMuch`. */
  paint(painting: Painting, depth: number): Promise<void>;
}

/** Where instructions have got to: what they changed, and what they name things in. */
export interface Scene {
  readonly painter: Painter;
  readonly resources: PdfValue;
  readonly depth: number;
  readonly saved: PaintingState[];
  state: PaintingState;
  path: PaintedPath;
}

/** What a scene's resources have under a name, of a kind such as `/Font`; null where there is none. */
export function namedIn({ painter, resources }: Scene, kind: string, name: PdfValue | undefined): PdfValue {
  const things = painter.objects.entryOf(resources, kind);
  return things instanceof Map && typeof name === 'string' ? (things.get(name) ?? null) : null;
}
