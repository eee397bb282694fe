import type { Assignment } from '../../src/jobs/assignment';
import { type CreateJob, NO_TRAITS } from '../../src/jobs/create-job';
import type { Caller } from '../../src/jobs/records';
import { PLAIN_READING } from '../../src/jobs/request';

export const CALLER: Caller = { accountId: 'acme', keyId: 'key' };

const SCHEMA = { type: 'object', properties: { number: { type: 'string' } } };

/** One piece of work that a client wants done, whatever it takes. */
export interface Wish {
  readonly name: string;
  readonly key: string | null;
  readonly command: CreateJob;
}

export const wishFor = (
  name: string,
  key: string | null,
  assignment: Assignment,
  documentIds: readonly string[],
  priority: 'normal' | 'high' = 'normal',
): Wish => ({
  name,
  key,
  command: {
    assignment,
    name,
    schema: assignment.operation === 'extract' ? { kind: 'inline', definition: SCHEMA } : null,
    documents: documentIds.map((id) => ({ id, filename: null })),
    options: { ...PLAIN_READING, instructions: name },
    priority,
    asked: null,
    idempotencyKey: key,
    joinsSame: true,
    ...NO_TRAITS,
  },
});
