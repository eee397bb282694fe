import { answeredByKey } from '../../jobs/answering-job';
import { type CreateJob, createJob } from '../../jobs/create-job';
import { JobError } from '../../jobs/errors';
import { fetchDocument } from '../../jobs/fetch-document';
import { getFirstDocument } from '../../jobs/first-document';
import { getDocument } from '../../jobs/get-document';
import type { JobSummary } from '../../jobs/job';
import type { DocumentRecord } from '../../jobs/records';
import { storeSent } from '../../jobs/store-sent';
import type { RequestScope } from '../dialect';
import type { ExtractSource } from './extract-request';

type Command = Omit<CreateJob, 'documents'>;

export interface StartedExtraction {
  readonly job: JobSummary;
  readonly document: DocumentRecord;
}

/** Where the document lies, or is to be fetched from. */
export type KeptSource =
  | { readonly kind: 'stored'; readonly document: DocumentRecord }
  | Exclude<ExtractSource, { readonly kind: 'file' }>;

/** Throws what `storeDocument` throws. */
export async function keepSource({ ports, caller }: RequestScope, source: ExtractSource): Promise<KeptSource> {
  return source.kind === 'file' ? { kind: 'stored', document: await storeSent(ports, caller, source.file) } : source;
}

/** A job of one document. Throws what `fetchDocument`, `storeDocument`, `getDocument` and `createJob` throw. */
export async function startExtraction(
  { ports, caller }: RequestScope,
  source: KeptSource,
  command: Command,
): Promise<StartedExtraction> {
  switch (source.kind) {
    case 'stored': {
      const { document } = source;
      const documents = [{ id: document.id, filename: null, sha256: document.sha256 }];
      return { ...(await createJob(ports, caller, { ...command, documents })), document };
    }
    case 'document': {
      const { document } = await getDocument(ports, caller, source.id);
      const documents = [{ id: document.id, filename: null }];
      return { ...(await createJob(ports, caller, { ...command, documents })), document };
    }
    case 'url':
      return fromUrl({ ports, caller }, source.url, command);
  }
}

/** A key stands for the URL, whatever its host gives out by now: sent again, nothing is fetched again. */
async function fromUrl(
  { ports, caller }: Pick<RequestScope, 'ports' | 'caller'>,
  url: string,
  command: Command,
): Promise<StartedExtraction> {
  const sentAs = JSON.stringify(['file_url', url, command]);
  const { idempotencyKey: key } = command;
  const made = key === null ? null : await answeredByKey(ports, caller, sentAs, key);
  const job = made ?? (await fetchAndCreate());
  const { document } = await getFirstDocument(ports, caller, job.id);
  if (document !== null) return { job, document };
  throw new JobError('not-found', `The document of job ${job.id} has been deleted`);

  async function fetchAndCreate(): Promise<JobSummary> {
    const { id, filename } = await fetchAndStore();
    return (await createJob(ports, caller, { ...command, sentAs, documents: [{ id, filename }] })).job;
  }

  async function fetchAndStore(): Promise<DocumentRecord> {
    return storeSent(ports, caller, await fetchDocument(ports, { url, field: 'file_url', filename: null }));
  }
}
