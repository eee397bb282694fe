/** Things that a request names in its body or its query: what is not there is a fault of that field. */
import { JobError } from '../../../jobs/errors';
import { readId } from '../../../jobs/id-forms';

/** Looks a thing up by an id of a request. Throws `invalid-request`, naming the field, for one that is not there. */
export async function named<Thing>(field: string, asked: string, find: (id: string) => Promise<Thing>): Promise<Thing> {
  const id = readId(asked);
  const unknown = new JobError('invalid-request', `${field}: "${asked}" does not exist`, { field });
  if (id === null) throw unknown;
  try {
    return await find(id);
  } catch (error) {
    throw error instanceof JobError && error.code === 'not-found' ? unknown : error;
  }
}
