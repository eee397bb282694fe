import { JobError } from './errors';
import { MAX_DOCUMENTS_PER_JOB } from './job';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';

/**
 * The documents a job is about, in the order asked for, each once; null: all completed ones of the account.
 * Throws `not-found` for the first that the account does not have, `no-documents`, `invalid-request` for too many.
 */
export async function chooseDocuments(
  ports: Ports,
  caller: Caller,
  ids: readonly string[] | null,
): Promise<readonly DocumentRecord[]> {
  if (ids !== null && ids.length > MAX_DOCUMENTS_PER_JOB) throw tooMany(`${ids.length} ids`);
  if (ids === null) {
    const completed = await ports.documents.completed(caller.accountId, MAX_DOCUMENTS_PER_JOB + 1);
    if (completed.length === 0)
      throw new JobError('no-documents', 'There is no completed document; upload one first or name the documents');
    if (completed.length > MAX_DOCUMENTS_PER_JOB) throw tooMany(`the account has more completed documents`);
    return completed;
  }
  const wanted = [...new Set(ids)];
  const found = new Map(
    (await ports.documents.getMany(caller.accountId, wanted)).map((document) => [document.id, document]),
  );
  return wanted.map((id) => {
    const document = found.get(id);
    if (document) return document;
    const field = `documentIds[${ids.indexOf(id)}]`;
    throw new JobError('not-found', `Document ${id} does not exist`, { field });
  });
}

const tooMany = (what: string): JobError =>
  new JobError('invalid-request', `documents: ${what}; one job takes at most ${MAX_DOCUMENTS_PER_JOB}`, {
    field: 'documentIds',
  });
