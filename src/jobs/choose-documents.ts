import { JobError } from './errors';
import { notYetThere } from './get-document';
import type { Ports } from './ports';
import type { Caller, DocumentRecord } from './records';

/** A stored document, and what it is called in the job. */
export interface DocumentChoice {
  readonly id: string;
  /** null: as it is called now. */
  readonly filename: string | null;
  /** Hex, where the bytes came along with the request: they say what was sent, under whichever id they are stored. */
  readonly sha256?: string;
}

/**
 * The documents a job is about, in the order asked for, each once; null: all completed ones of the account.
 * Throws `not-found` for the first that the account does not have, `conflict` for one whose bytes have not come, `no-documents`, `invalid-request` for too many.
 */
export async function chooseDocuments(
  ports: Ports,
  caller: Caller,
  choices: readonly DocumentChoice[] | null,
): Promise<readonly DocumentRecord[]> {
  const { documentsPerJob } = ports.settings.limits;
  if (choices !== null && choices.length > documentsPerJob) throw tooMany(`${choices.length} ids`, documentsPerJob);
  if (choices === null) {
    const completed = await ports.documents.completed(caller.accountId, documentsPerJob + 1);
    if (completed.length === 0)
      throw new JobError('no-documents', 'There is no completed document; upload one first or name the documents');
    if (completed.length > documentsPerJob) throw tooMany('the account has more completed documents', documentsPerJob);
    return completed;
  }
  const names = new Map(choices.map(({ id, filename }) => [id, filename]));
  const wanted = [...names.keys()];
  const found = new Map(
    (await ports.documents.getMany(caller.accountId, wanted)).map((document) => [document.id, document]),
  );
  const missing = wanted.find((id) => !found.has(id));
  if (missing !== undefined) {
    if ((await ports.grants.uploadOf(caller.accountId, missing, ports.clock())) !== null) throw notYetThere(missing);
    const field = `documentIds[${choices.findIndex((choice) => choice.id === missing)}]`;
    throw new JobError('not-found', `Document ${missing} does not exist`, { field });
  }
  return wanted.flatMap((id) => {
    const document = found.get(id);
    return document === undefined ? [] : [{ ...document, filename: names.get(id) ?? document.filename }];
  });
}

const tooMany = (what: string, most: number): JobError =>
  new JobError('invalid-request', `documents: ${what}; one job takes at most ${most}`, {
    field: 'documentIds',
  });
