import { z } from 'zod';
import type { Cursor } from '../jobs/records';

const Inside = z.object({ createdAt: z.int().nonnegative(), id: z.string().min(1).max(100) });

/** A position in a list as opaque text: base64url of its JSON. */
export const encodeCursor = ({ createdAt, id }: Cursor): string =>
  btoa(JSON.stringify({ createdAt, id })).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** null for anything that `encodeCursor` did not make. */
export function readCursor(text: string): Cursor | null {
  const inside = Inside.safeParse(insideOf(text));
  return inside.success ? inside.data : null;
}

function insideOf(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
}
