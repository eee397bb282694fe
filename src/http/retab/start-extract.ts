import { type CreatedJob, createJob, type DocumentChoice } from '../../jobs/create-job';
import { JobError } from '../../jobs/errors';
import { getDocument } from '../../jobs/get-document';
import { readId } from '../../jobs/id-forms';
import type { Labels } from '../../jobs/job';
import { storeDocument } from '../../jobs/store-document';
import type { JsonObject } from '../../schema/json';
import type { RequestScope } from '../dialect';
import { accept } from '../door';
import { toAsked } from './asked';
import { type Document, ExtractRequest } from './extract-wire';
import { type MimeData, readMimeData } from './mime-data';
import { orNull } from './or-null';
import { type Manner, toExtract } from './to-command';

/**
 * Accepts a job for the body of an extraction. Everything is looked at before the document is stored.
 * Throws `invalid-request` and what `createJob` and `storeDocument` throw.
 */
export async function startExtract(
  { ports, caller }: RequestScope,
  body: JsonObject,
  labelsOf: (request: ExtractRequest) => Labels | null | undefined,
  mannerOf: (request: ExtractRequest) => Manner,
): Promise<CreatedJob> {
  const request = accept(ExtractRequest, body);
  const command = { ...toExtract(request, labelsOf(request)), ...mannerOf(request) };
  const { url } = request.document;
  const sent = typeof url === 'string' ? readMimeData(url) : null;
  const asked = toAsked(body, sent);
  const document = await (sent === null
    ? storedDocument({ ports, caller }, request.document)
    : sentDocument({ ports, caller }, request.document, sent));
  return createJob(ports, caller, { ...command, documents: [document], asked });
}

type Owner = Pick<RequestScope, 'ports' | 'caller'>;

/** Stored once, however often it comes and whatever it is called; in this job it has the name it came with. */
async function sentDocument(
  { ports, caller }: Owner,
  { filename }: Document,
  { bytes }: MimeData,
): Promise<DocumentChoice> {
  const named = filename?.trim() || null;
  const { id, sha256 } = await storeDocument(ports, caller, { filename: named ?? '', bytes });
  return { id, filename: named, sha256 };
}

/** A document of another account is as unknown as one that never was. */
async function storedDocument({ ports, caller }: Owner, { id, filename }: Document): Promise<DocumentChoice> {
  const documentId = readId(id ?? '');
  const found = documentId === null ? null : await orNull(getDocument(ports, caller, documentId));
  if (found !== null) return { id: found.document.id, filename: filename?.trim() || null };
  throw new JobError('invalid-request', `document.id: "${id}" is no stored document`, { field: 'document.id' });
}
