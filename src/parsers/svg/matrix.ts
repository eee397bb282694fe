/** x' = a x + c y + e, y' = b x + d y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

export function apply({ a, b, c, d, e, f }: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

const STEP = /(matrix|translate|scale|rotate|skewX|skewY)\s{0,20}\(([^()]{0,400})\)/g;

/** The `transform` attribute (SVG 1.1, 7.6); what is not understood changes nothing. */
export function matrixOf(transform: string | undefined): Matrix {
  let matrix = IDENTITY;
  for (const [, name = '', given = ''] of (transform ?? '').matchAll(STEP)) {
    const numbers = numbersIn(given);
    if (numbers.length > 0) matrix = times(matrix, stepOf(name, numbers));
  }
  return matrix;
}

function stepOf(name: string, [p = 0, q, r, s = 0, t = 0, u = 0]: readonly number[]): Matrix {
  const angle = (p * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return { a: p, b: q ?? 0, c: r ?? 0, d: s, e: t, f: u };
    case 'translate':
      return { ...IDENTITY, e: p, f: q ?? 0 };
    case 'scale':
      return { ...IDENTITY, a: p, d: q ?? p };
    case 'skewX':
      return { ...IDENTITY, c: Math.tan(angle) };
    case 'skewY':
      return { ...IDENTITY, b: Math.tan(angle) };
    default: {
      const turn = { ...IDENTITY, a: Math.cos(angle), b: Math.sin(angle), c: -Math.sin(angle), d: Math.cos(angle) };
      const [x, y] = [q ?? 0, r ?? 0];
      return times(times({ ...IDENTITY, e: x, f: y }, turn), { ...IDENTITY, e: -x, f: -y });
    }
  }
}

/** All numbers of a text, whatever stands between them. */
export function numbersIn(text: string | undefined): number[] {
  return [...(text ?? '').matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(([number]) => Number(number));
}
