import {
  BAD_LIST,
  badId,
  curl,
  DOCUMENT,
  EXTRACTION,
  JOB,
  json,
  LIST_QUERY,
  noSuch,
  PAGINATION,
  PROVENANCE,
  SCHEMA,
} from './examples.js';

const SELF = `/v1/extractions/${EXTRACTION}`;
const ID = ['id', 'path', 'UUID of the extraction.'];
const LINKS = {
  self: SELF,
  data: `${SELF}/data`,
  document: `/v1/documents/${DOCUMENT}`,
  dashboard: `{origin}/jobs/${JOB}`,
};
const EXAMPLE = {
  id: EXTRACTION,
  status: 'complete',
  document_id: DOCUMENT,
  document: { id: DOCUMENT, filename: 'invoice.pdf', pages: 1, type_detected: null },
  schema_id: SCHEMA,
  job_id: JOB,
  data: { invoice_number: 'BW-2026-0417', line_items: [{ amount: 386 }] },
  confidence: { overall: 0.931, fields: { invoice_number: 0.912, line_items: 0.95 } },
  provenance: PROVENANCE,
  validation_flags: [],
  locked_fields: [],
  metadata: { pages: 1, language: 'en', processing_time_ms: 34 },
  processing: { duration_ms: 34, pages_processed: 1, region: 'local' },
  created_at: '2026-03-05T09:00:56.882Z',
  completed_at: '2026-03-05T09:00:57.396Z',
  links: LINKS,
};

export const EXTRACTIONS = {
  title: 'Extractions',
  about: 'What one job read from one document: one row of its grid.',
  routes: [
    {
      method: 'GET',
      path: '/v1/extractions',
      about: 'Lists the extractions.',
      parameters: [
        ...LIST_QUERY,
        ['status', 'query', 'processing, complete (or completed) or failed.'],
        ['document_id', 'query', 'Only of this document.'],
        ['schema_id', 'query', 'Only with this schema; UUID or short id.'],
      ],
      curl: curl(`/v1/extractions?schema_id=${SCHEMA}`),
      status: 200,
      answer: {
        data: [
          {
            id: EXTRACTION,
            status: 'complete',
            document_id: DOCUMENT,
            document_filename: 'invoice.pdf',
            schema_id: SCHEMA,
            job_id: JOB,
            confidence_overall: 0.931,
            created_at: EXAMPLE.created_at,
            completed_at: EXAMPLE.completed_at,
            links: LINKS,
          },
        ],
        pagination: PAGINATION,
      },
      errors: [BAD_LIST],
    },
    {
      method: 'GET',
      path: '/v1/extractions/:id',
      about: 'One extraction: values, confidence and evidence.',
      parameters: [ID],
      curl: curl(SELF),
      status: 200,
      answer: EXAMPLE,
      errors: [badId, noSuch('extraction')],
    },
    {
      method: 'GET',
      path: '/v1/extractions/:id/data',
      about: 'The values alone.',
      parameters: [ID, ['format', 'query', 'json (the default) or csv: a heading of dotted fields and one row.']],
      curl: curl(`${SELF}/data?format=csv`),
      status: 200,
      answer: 'invoice_number,line_items\nBW-2026-0417,"[{""amount"":386}]"\n',
      errors: [[400, 'VALIDATION_ERROR', 'The id is malformed, or the format is neither.'], noSuch('extraction')],
    },
    {
      method: 'PATCH',
      path: '/v1/extractions/:id/data',
      about: 'Corrects values. A corrected field is locked: it stays as it is when the document is extracted again.',
      parameters: [
        ID,
        [
          'corrections',
          'JSON',
          '1 to 500 of {"field", "value", "reason"}: a dotted field, its value (null empties it), and why.',
        ],
        [
          'propagate',
          'JSON',
          'this_document_only (the default), or all_similar: also where the newest 100 extractions by this stored schema hold the same wrong value.',
        ],
      ],
      curl: curl(
        `${SELF}/data`,
        '-X PATCH',
        json({ corrections: [{ field: 'invoice_number', value: 'BW-2026-0471' }] }),
      ),
      status: 200,
      answer: { id: EXTRACTION, locked_fields: ['invoice_number'], '...': 'as in GET /v1/extractions/:id' },
      errors: [
        [400, 'VALIDATION_ERROR', 'A field that the schema does not have, or no corrections.'],
        noSuch('extraction'),
      ],
    },
  ],
};
