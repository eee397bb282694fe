import { JobError } from '../../jobs/errors';
import type { Cursor } from '../../jobs/records';
import { readCursor } from '../cursor';

export { encodeCursor } from '../cursor';

/** Throws `invalid-request` for anything that `encodeCursor` did not make. */
export function decodeCursor(text: string): Cursor {
  const cursor = readCursor(text);
  if (cursor !== null) return cursor;
  throw new JobError('invalid-request', 'cursor: not a cursor of this list; send next_cursor of the page before.', {
    field: 'cursor',
  });
}
