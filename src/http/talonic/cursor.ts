import { z } from 'zod';
import { JobError } from '../../jobs/errors';
import type { Cursor } from '../../jobs/records';

const Inside = z.object({ createdAt: z.int().nonnegative(), id: z.string().min(1).max(100) });

/** A position in a list as opaque text: base64url of its JSON. */
export const encodeCursor = ({ createdAt, id }: Cursor): string =>
  btoa(JSON.stringify({ createdAt, id })).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Throws `invalid-request` for anything that `encodeCursor` did not make. */
export function decodeCursor(text: string): Cursor {
  const inside = Inside.safeParse(insideOf(text));
  if (!inside.success) {
    throw new JobError('invalid-request', 'cursor: not a cursor of this list; send next_cursor of the page before.', {
      field: 'cursor',
    });
  }
  return inside.data;
}

function insideOf(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return null;
  }
}
