/** Deepest JSON that is kept as it comes: no schema has a deeper shape, and every client must be able to read it. Our number. */
export const MAX_DEPTH = 64;

export const TOO_DEEP = { message: `nested deeper than ${MAX_DEPTH} levels`, abort: true } as const;

/** Of what `JSON.parse` made. Looks no deeper than it is asked to, so that no value exhausts the stack. */
export function isWithin(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isWithin(depth - 1, inner));
}
