/** Their requests as our commands — pure. */

import { canonicalName } from '../../jobs/canonical-name';
import type { CorrectExtraction } from '../../jobs/correct-extraction';
import { type CreateJob, NO_TRAITS, type SchemaChoice } from '../../jobs/create-job';
import type { CreateSchema } from '../../jobs/create-schema';
import type { FieldFilter } from '../../jobs/field';
import { readId } from '../../jobs/id-forms';
import type { JobFilter } from '../../jobs/job-filter';
import type { ReExtractDocument } from '../../jobs/re-extract-document';
import type { DocumentFilter, ExtractionFilter, ListWindow } from '../../jobs/records';
import { PLAIN_READING } from '../../jobs/request';
import { searchWords } from '../../jobs/search-words';
import type { SchemaChange } from '../../jobs/update-schema';
import { fromJsonText } from '../door';
import type { DocumentsQuery, ReExtractBody } from './document-wire';
import type { ExtractBody } from './extract-wire';
import type { CorrectionsBody, DocumentExtractionsQuery, ExtractionsQuery } from './extraction-wire';
import type { FieldsQuery } from './field-wire';
import type { CreateJobBody, JobsQuery } from './job-wire';
import { type ListQuery, toWindow } from './list-window';
import { toPages } from './page-range';
import type { CreateSchemaBody, UpdateSchemaBody } from './schema-wire';
import { EXTRACT_EVENTS, JOB_EVENTS, toHooks } from './to-hooks';

/** An empty list of documents means what a missing one means: all that are there. */
export const toCreateJob = (body: CreateJobBody, idempotencyKey: string | null): CreateJob => ({
  assignment: { operation: 'extract' },
  name: body.name ?? null,
  schema: { kind: 'stored', idOrShortId: body.schema_id },
  documents: body.document_ids?.length ? body.document_ids.map((id) => ({ id, filename: null })) : null,
  options: PLAIN_READING,
  priority: 'normal',
  ...NO_TRAITS,
  idempotencyKey,
  joinsSame: true,
  asked: null,
  ...toHooks(body, JOB_EVENTS),
});

export const toJobFilter = ({ status, ...query }: JobsQuery): JobFilter => ({
  ...toWindow(query),
  ...(status ? { statuses: status } : {}),
});

/** A schema given as JSON text is what the text says; null: none was given. */
export function toSchemaChoice(schema: unknown, schemaId: string | null | undefined): SchemaChoice | null {
  if (schemaId) return { kind: 'stored', idOrShortId: schemaId };
  if (schema === undefined || schema === null || schema === '') return null;
  return { kind: 'inline', definition: typeof schema === 'string' ? fromJsonText(schema, 'schema') : schema };
}

/** A source that is none has no documents. */
const toSourceId = (text: string): string => readId(text) ?? text;

export function toDocumentFilter(query: DocumentsQuery): DocumentFilter {
  const source = query.source_id || query.source_connection_id;
  return {
    ...toWindow(query),
    statuses: query.status ?? null,
    search: query.search || null,
    createdFrom: query.after ?? null,
    createdTo: query.before ?? null,
    ...(source ? { sourceId: toSourceId(source) } : {}),
  };
}

export function toFieldFilter(query: FieldsQuery): FieldFilter {
  const group = query.cluster_id || query.cluster;
  return {
    ...toWindow(query),
    words: searchWords(query.search ?? ''),
    tier: query.tier ?? null,
    group: group ? canonicalName(group) : null,
  };
}

export const toReExtract = (
  documentId: string,
  body: ReExtractBody,
  idempotencyKey: string | null,
): ReExtractDocument => ({
  documentId,
  schema: toSchemaChoice(body.schema, body.schema_id),
  instructions: body.instructions || null,
  idempotencyKey,
});

const definitionOf = ({ definition, fields }: { definition?: unknown; fields?: unknown[] | undefined }): unknown =>
  fields === undefined ? definition : { fields };

export const toCreateSchema = (body: CreateSchemaBody, idempotencyKey: string | null): CreateSchema => ({
  name: body.name,
  description: body.description ?? null,
  definition: definitionOf(body),
  idempotencyKey,
});

export const toSchemaChange = (body: UpdateSchemaBody): SchemaChange => ({
  name: body.name,
  description: body.description,
  definition: definitionOf(body),
});

/** null: no page was asked for. */
export const toSchemaWindow = (query: ListQuery): ListWindow | null =>
  query.limit || query.per_page || query.page || query.cursor || query.order ? toWindow(query) : null;

export const toDocumentExtractionFilter = (documentId: string, query: DocumentExtractionsQuery): ExtractionFilter => ({
  ...toWindow(query),
  documentId,
  schemaId: null,
  outcomes: query.status ?? null,
});

export const toExtractionFilter = (query: ExtractionsQuery): ExtractionFilter => ({
  ...toWindow(query),
  documentId: query.document_id ?? null,
  schemaId: query.schema_id ?? null,
  outcomes: query.status ?? null,
});

export const toCorrectExtraction = (extractionId: string, body: CorrectionsBody): CorrectExtraction => ({
  extractionId,
  corrections: body.corrections.map(({ field, value, reason }) => ({ field, value, reason: reason ?? null })),
  everywhere: body.propagate === 'all_similar',
});

/** Somebody waits for it, unless it was said that nobody does. */
export function toExtract(body: ExtractBody, idempotencyKey: string | null): Omit<CreateJob, 'documents'> {
  const { page_range } = body.options;
  return {
    assignment: { operation: 'extract' },
    name: null,
    schema: toSchemaChoice(body.schema, body.schema_id) ?? { kind: 'proposed' },
    options: {
      ...PLAIN_READING,
      instructions: body.instructions || null,
      pages: page_range === undefined ? null : toPages(page_range),
    },
    priority: body.options.async ? 'normal' : 'high',
    ...NO_TRAITS,
    idempotencyKey,
    joinsSame: true,
    asked: null,
    ...toHooks(body, EXTRACT_EVENTS),
  };
}
