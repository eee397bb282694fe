import { IDENTITY, type Matrix, matrixOf, numbersIn, times } from './matrix';

/** What an element hands on to those inside it. */
export interface DrawingStyle {
  readonly matrix: Matrix;
  /** In the units of the element. */
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: string;
  readonly isShown: boolean;
  readonly fill: string;
  readonly stroke: string;
}

export const INITIAL_STYLE: DrawingStyle = {
  matrix: IDENTITY,
  size: 16,
  bold: false,
  anchor: 'start',
  isShown: true,
  fill: 'black',
  stroke: 'none',
};

/** The style of an element from its attributes, where its `style` does not say otherwise, and from what is around it. */
export function styleWithin(outer: DrawingStyle, attributes: Readonly<Record<string, string>>): DrawingStyle {
  const declared = declarations(attributes.style ?? '');
  const of = (name: string): string | undefined => declared.get(name) ?? attributes[name];
  const weight = of('font-weight');
  const isHidden = of('display') === 'none' || of('visibility') === 'hidden' || of('opacity') === '0';
  return {
    matrix: times(outer.matrix, matrixOf(attributes.transform)),
    size: sizeOf(of('font-size'), outer.size),
    bold: weight === undefined ? outer.bold : /bold|[6-9]00/.test(weight),
    anchor: of('text-anchor') ?? outer.anchor,
    isShown: outer.isShown && !isHidden,
    fill: of('fill') ?? outer.fill,
    stroke: of('stroke') ?? outer.stroke,
  };
}

function declarations(style: string): Map<string, string> {
  return new Map(
    style.split(';').flatMap((one): [string, string][] => {
      const at = one.indexOf(':');
      return at < 0 ? [] : [[one.slice(0, at).trim(), one.slice(at + 1).trim()]];
    }),
  );
}

/** User units in one of each unit. */
const UNITS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

/** A length in user units; null for none, and for a share of something. */
export function lengthOf(text: string | undefined): number | null {
  const [, number, unit = ''] = /^\s*([-+.\deE]+)\s*([a-z%]*)\s*$/.exec(text ?? '') ?? [];
  const scale = unit === '' ? 1 : UNITS[unit];
  if (number === undefined || scale === undefined) return null;
  const length = (numbersIn(number)[0] ?? 0) * scale;
  return length > 0 ? length : null;
}

function sizeOf(text: string | undefined, outer: number): number {
  const share = /^\s*([.\d]+)\s*(em|%)\s*$/.exec(text ?? '');
  if (share !== null) return outer * Number(share[1]) * (share[2] === 'em' ? 1 : 0.01);
  return lengthOf(text) ?? outer;
}

const NOTHING = /^(?:none|transparent|white|#fff(?:fff)?|rgb\(255, ?255, ?255\))$/i;

/** Whether a shape is seen on white paper. */
export const isDrawn = ({ fill, stroke, isShown }: DrawingStyle): boolean =>
  isShown && !(NOTHING.test(fill) && NOTHING.test(stroke));
