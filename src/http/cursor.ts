import { z } from 'zod';
import type { Cursor } from '../jobs/records';

const Inside = z.object({
  createdAt: z.int().nonnegative(),
  id: z.string().min(1).max(100),
  filename: z.string().max(3000).exactOptional(),
});

/** A position in a list as opaque text: base64url of its JSON in plain letters. */
export const encodeCursor = ({ createdAt, id, filename }: Cursor): string =>
  btoa(JSON.stringify({ createdAt, id, filename }).replace(/[^\x20-\x7e]/g, escaped))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

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
