import { answeredByKey } from '../../jobs/answering-job';
import { type CreatedJob, createJob, type DocumentChoice } from '../../jobs/create-job';
import { JobError } from '../../jobs/errors';
import { getDocument } from '../../jobs/get-document';
import { readId } from '../../jobs/id-forms';
import type { Labels } from '../../jobs/job';
import { storeSent } from '../../jobs/store-sent';
import type { JsonObject } from '../../schema/json';
import { type Cut, toAsked } from './asked';
import type { Document } from './document-wire';
import type { Endpoint, Manner, Order, Owner } from './endpoint';
import { calledAsOf } from './endpoints';
import { isAddress, placeOf, withFetched } from './fetched';
import { type MimeData, readMimeData } from './mime-data';
import { orNull } from './or-null';

/** How a job is to be taken, and how it is to be found. */
export interface Taking extends Manner {
  /** Absent: what the request says itself. */
  readonly labels?: Labels;
}

/**
 * Accepts a job for a request of this endpoint. Everything is looked at before a document is stored.
 * Throws `invalid-request` and what `createJob` and `storeDocument` throw.
 */
export async function startJob(
  owner: Owner,
  endpoint: Endpoint,
  request: JsonObject,
  takingOf: (order: Order) => Taking,
): Promise<Pick<CreatedJob, 'job' | 'joined'>> {
  const planned = await endpoint.order(owner, request);
  // Refuses what could not be given back before anything is stored.
  const { form, body } = toAsked(request, planned.documentsAt, []);
  const isFetched = planned.documents.some(({ url }) => isAddress(url));
  // A key stands for the URLs, whatever their hosts give out by now.
  const sentAs = isFetched ? JSON.stringify([form, endpoint.path, body]) : null;
  const made = sentAs === null ? null : await madeBefore(owner, sentAs, takingOf(planned));
  if (made !== null) return { job: made, joined: true };

  const order = isFetched ? await endpoint.order(owner, await withFetched(owner, request, planned)) : planned;
  const sent = order.documents.map(({ url }, index) =>
    typeof url === 'string' ? readMimeData(url, placeOf(order.documentsAt, index)) : null,
  );
  const taking = takingOf(order);
  const { choices, cuts } = await storeAll(owner, order, sent);
  const created = await createJob(owner.ports, owner.caller, {
    ...order.command,
    ...taking,
    ...(sentAs === null ? {} : { sentAs }),
    calledAs: calledAsOf(endpoint.path),
    documents: [...choices, ...(order.stored ?? [])],
    asked: toAsked(request, order.documentsAt, cuts, order.beside),
  });
  await order.begun?.(created.job.id);
  return created;
}

const madeBefore = async ({ ports, caller }: Owner, sentAs: string, { idempotencyKey: key }: Manner) =>
  key === null ? null : answeredByKey(ports, caller, sentAs, key);

async function storeAll(owner: Owner, order: Order, sent: readonly (MimeData | null)[]) {
  const choices: DocumentChoice[] = [];
  const cuts: (Cut | null)[] = [];
  for (const [index, document] of order.documents.entries()) {
    const data = sent[index] ?? null;
    if (data === null) {
      choices.push(await storedDocument(owner, document, placeOf(order.documentsAt, index)));
      cuts.push(null);
      continue;
    }
    const choice = await sentDocument(owner, document, data);
    choices.push(choice);
    cuts.push(data.isCanonical ? { head: data.head, sha256: choice.sha256 } : null);
  }
  return { choices, cuts };
}

/** Stored once, however often it comes and whatever it is called; in this job it has the name it came with. */
async function sentDocument(
  { ports, caller }: Owner,
  { filename }: Document,
  { bytes }: MimeData,
): Promise<DocumentChoice & { readonly sha256: string }> {
  const named = filename?.trim() || null;
  const { id, sha256 } = await storeSent(ports, caller, { filename: named ?? '', bytes });
  return { id, filename: named, sha256 };
}

/** A document of another account is as unknown as one that never was. */
async function storedDocument(
  { ports, caller }: Owner,
  { id, filename }: Document,
  place: string,
): Promise<DocumentChoice> {
  const documentId = readId(id ?? '');
  const found = documentId === null ? null : await orNull(getDocument(ports, caller, documentId));
  if (found !== null) return { id: found.document.id, filename: filename?.trim() || null };
  throw new JobError('invalid-request', `${place}.id: "${id}" is no stored document`, { field: `${place}.id` });
}
