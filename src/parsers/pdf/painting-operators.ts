import { coveredBy } from './painted-area';
import { maskBy, paintThing } from './painted-forms';
import { paintLetters } from './painted-letters';
import { addPoints, addRectangle, PATH_PAINTS, paintPath } from './painted-paths';
import { inkOf, paintGradient } from './painted-patterns';
import { namedIn, type Scene } from './painter';
import { CHANGES } from './painting-state';
import type { PdfValue } from './pdf-values';

/** What an operator does to a scene, by the values before it. */
type Operation = (scene: Scene, operands: readonly PdfValue[]) => void | Promise<void>;

const byPoints: Operation = (scene, operands) => addPoints(scene, operands.map(Number));

/** Operators (ISO 32000-1, annex A) that paint, or change what painting takes. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  q: ({ saved, state }) => void saved.push(state),
  Q: (scene) => {
    scene.state = scene.saved.pop() ?? scene.state;
  },
  ...Object.fromEntries(
    Object.entries(CHANGES).map(([name, change]): [string, Operation] => [
      name,
      (scene, operands) => {
        scene.state = change(scene.state, operands.map(Number));
      },
    ]),
  ),
  m: byPoints,
  l: byPoints,
  c: byPoints,
  v: byPoints,
  y: byPoints,
  re: (scene, operands) => addRectangle(scene, operands.map(Number)),
  ...Object.fromEntries(
    Object.entries(PATH_PAINTS).map(([name, how]): [string, Operation] => [name, (scene) => paintPath(scene, how)]),
  ),
  scn: (scene, operands) => {
    scene.state = { ...scene.state, fill: inkOf(scene, operands.at(-1)) };
  },
  SCN: (scene, operands) => {
    scene.state = { ...scene.state, stroke: inkOf(scene, operands.at(-1)) };
  },
  sh: (scene, operands) => paintGradient(scene, operands.at(-1)),
  gs: (scene, operands) => maskBy(scene, operands.at(-1)),
  Do: (scene, operands) => paintThing(scene, operands.at(-1)),
  // A picture among the instructions.
  ID: ({ painter, state }) => painter.budget.paint(state.mask + coveredBy(painter.sheet, state.matrix, [0, 0, 1, 1])),
  Tf: (scene, [font, size]) => {
    const fontSize = size === undefined ? 0 : Number(size);
    scene.state = { ...scene.state, font: namedIn(scene, '/Font', font), fontSize };
  },
  Tj: paintLetters,
  TJ: paintLetters,
  "'": paintLetters,
  '"': paintLetters,
};

/** Of an operator; undefined where it neither paints nor changes what painting takes. */
export const operationOf = (name: string): Operation | undefined =>
  Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
