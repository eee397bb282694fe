import {
  BAD_LIST,
  badId,
  curl,
  DOCUMENT,
  EXTRACTION,
  FIELD,
  JOB,
  json,
  LIST_QUERY,
  noSuch,
  PAGINATION,
  SCHEMA,
} from './examples.js';

const SELF = `/v1/documents/${DOCUMENT}`;
const EXAMPLE = {
  id: DOCUMENT,
  filename: 'invoice.pdf',
  pages: 1,
  size_bytes: 2765,
  mime_type: 'application/pdf',
  type_detected: null,
  language_detected: 'en',
  status: 'completed',
  source: { id: null, type: 'upload' },
  field_count: 11,
  triage: null,
  original_path: null,
  extraction_count: 1,
  latest_extraction_id: EXTRACTION,
  created_at: '2026-03-05T09:00:56.492Z',
  links: {
    self: SELF,
    extractions: `${SELF}/extractions`,
    markdown: `${SELF}/markdown`,
    dashboard: `{origin}/documents/${DOCUMENT}`,
  },
};

/** As it is before anybody has read it. */
const STORED = {
  ...EXAMPLE,
  pages: null,
  language_detected: null,
  status: 'pending',
  field_count: 0,
  extraction_count: 0,
  latest_extraction_id: null,
};

const FILTERED = {
  id: DOCUMENT,
  document_id: DOCUMENT,
  filename: 'invoice.pdf',
  name: 'invoice.pdf',
  uploadedAt: '2026-03-05T09:00:56.492Z',
  fields: { total: 1240.5 },
  fieldValues: { [FIELD]: 1240.5 },
};

export const DOCUMENTS = {
  title: 'Documents',
  about:
    'Bytes you gave, kept once per account and content: the same bytes again give the document that is there already. The status is pending until the document is first read, then processing, completed or error.',
  routes: [
    {
      method: 'POST',
      path: '/v1/documents',
      about: 'Stores a document. Its format is told from the bytes, not from the name.',
      parameters: [
        ['file', 'form', 'The document, with its filename, as a part of multipart/form-data.'],
        ['file_url', 'JSON', 'Or where it lies: an https URL on a public host.'],
      ],
      curl: curl('/v1/documents', '-F file=@invoice.pdf'),
      status: 201,
      answer: STORED,
      errors: [
        [
          400,
          'VALIDATION_ERROR',
          'No file, a file of 0 bytes, a body that is no multipart/form-data, or a URL that may not be asked.',
        ],
        [413, 'FILE_TOO_LARGE', 'The file is larger than 32 MiB.'],
        [422, 'EXTRACTION_FAILED', 'The format is not supported.'],
      ],
    },
    {
      method: 'GET',
      path: '/v1/documents',
      about: 'Lists the documents.',
      parameters: [
        ...LIST_QUERY,
        ['status', 'query', 'pending, processing, completed or error; queued, complete and failed are taken too.'],
        ['search', 'query', 'Part of the filename, at most 500 characters.'],
        ['after, before', 'query', 'Stored in this time; a day or an instant in ISO 8601.'],
        ['source_id, source_connection_id', 'query', 'UUID of the source through which the documents came.'],
      ],
      curl: curl('/v1/documents?limit=50&search=invoice'),
      status: 200,
      answer: { data: [EXAMPLE], pagination: PAGINATION },
      errors: [BAD_LIST],
    },
    {
      method: 'POST',
      path: '/v1/documents/filter',
      about:
        'Finds documents by what was read in them. A document is found a moment after its job has ended, and as long as the results of that job are kept. data and documents are the same rows.',
      parameters: [
        [
          'conditions',
          'JSON',
          'At most 20 of {fieldId, operator, value, valueTo}, all of which must hold. The field: its UUID or its name in any spelling, as fieldId, field_id or field.',
        ],
        [
          'operator',
          'JSON',
          'eq, neq, gt, gte, lt, lte, between (value and valueTo, both included), contains, starts_with, in (a list, or text with commas), is_empty, is_not_empty. eq null or eq "" means is_empty. neq wants another value, not none.',
        ],
        [
          'value',
          'JSON',
          'Text is compared without regard to case. "12,50 EUR" is the number 12.5, "1.234 EUR" is 1234; 2026-03-04 is that whole day in UTC. Where values cannot be compared as asked, warnings say so.',
        ],
        ['search', 'JSON', 'Words that must be in the filename or in a value; invoice finds invoices.'],
        ['sort', 'JSON', '{fieldId, direction}: by the values of a field or by created_at; newest first unless asked.'],
        ['page, limit', 'JSON', 'limit is 50 unless asked otherwise; more than 500 gives 500. per_page means limit.'],
        ['cursor', 'JSON', 'next_cursor of the page before, in place of page.'],
        ['source_id', 'JSON', 'UUID of a source; source_connection_id means the same.'],
      ],
      curl: curl(
        '/v1/documents/filter',
        json({ conditions: [{ fieldId: 'total', operator: 'gte', value: '1.000,00 EUR' }] }),
      ),
      status: 200,
      answer: {
        data: [FILTERED],
        documents: [FILTERED],
        total: 1,
        page: 1,
        limit: 50,
        pagination: { ...PAGINATION, limit: 50 },
        warnings: [],
        links: { self: '/v1/documents/filter', fields: '/v1/fields' },
      },
      errors: [
        [400, 'VALIDATION_ERROR', 'A condition, the order or the cursor is none. An unknown field is a warning.'],
      ],
    },
    {
      method: 'POST',
      path: '/v1/documents/upload-session',
      about:
        'Announces a document that somebody without a key will send. Its id holds at once; its status is pending until the bytes have come.',
      parameters: [
        ['filename', 'JSON', 'Name of the document, at most 500 characters.'],
        ['expires_in', 'JSON', 'Seconds the link is good for: 900 unless asked otherwise, at most 3,600.'],
      ],
      curl: curl('/v1/documents/upload-session', json({ filename: 'invoice.pdf' })),
      status: 201,
      answer: {
        document_id: DOCUMENT,
        upload_url: '{origin}/v1/upload/q7cX0x1kM2n3',
        expires_at: '2026-03-05T09:15:56.492Z',
      },
      errors: [[400, 'VALIDATION_ERROR', 'No filename, or a time that is none.']],
    },
    ...['POST', 'PUT'].map((method) => ({
      method,
      path: '/v1/upload/:token',
      about: 'Takes the bytes of an announced document. Needs no key: the token is the secret. Good for one document.',
      parameters: [
        ['token', 'path', 'The last part of upload_url.'],
        ['file', 'form', 'The document as a part of multipart/form-data, or as the whole body of any other type.'],
      ],
      curl: `curl -s '{origin}/v1/upload/q7cX0x1kM2n3' -X ${method} --data-binary @invoice.pdf`,
      status: 201,
      answer: { ...STORED, filename: 'invoice.pdf' },
      errors: [
        [404, 'RESOURCE_NOT_FOUND', 'There is no such link, or its time is over.'],
        [409, 'DUPLICATE_RESOURCE', 'Other bytes came through this link before.'],
        [413, 'FILE_TOO_LARGE', 'The file is larger than 32 MiB.'],
        [422, 'EXTRACTION_FAILED', 'The format is not supported.'],
      ],
    })),
    {
      method: 'GET',
      path: '/v1/documents/:id',
      about: 'One document. A document that could not be read says why in error.',
      parameters: [['id', 'path', 'UUID of the document.']],
      curl: curl(SELF),
      status: 200,
      answer: EXAMPLE,
      errors: [badId, noSuch('document')],
    },
    {
      method: 'GET',
      path: '/v1/documents/:id/markdown',
      about: 'The text of the document as Markdown, with its tables.',
      parameters: [['id', 'path', 'UUID of the document.']],
      curl: curl(`${SELF}/markdown`),
      status: 200,
      answer: { document_id: DOCUMENT, markdown: 'INVOICE\n\nFrom: Brightwater Tools Ltd ...' },
      errors: [
        badId,
        noSuch('document'),
        [409, 'DUPLICATE_RESOURCE', 'The document is announced and its bytes have not come.'],
        [422, 'OCR_FAILED', 'The document cannot be read.'],
      ],
    },
    {
      method: 'GET',
      path: '/v1/documents/:id/extractions',
      about: 'Lists what was extracted from the document.',
      parameters: [
        ['id', 'path', 'UUID of the document.'],
        ...LIST_QUERY,
        ['status', 'query', 'processing, complete (or completed) or failed.'],
      ],
      curl: curl(`${SELF}/extractions`),
      status: 200,
      answer: {
        data: [{ id: EXTRACTION, status: 'complete', '...': 'as in GET /v1/extractions' }],
        pagination: PAGINATION,
      },
      errors: [BAD_LIST, badId, noSuch('document')],
    },
    {
      method: 'POST',
      path: '/v1/documents/:id/re-extract',
      about:
        'Extracts the document again, with the schema of its latest extraction (made of what it shows, where there is none) or with another. Answers at once with the job. Corrections made by people are kept.',
      parameters: [
        ['id', 'path', 'UUID of the document.'],
        ['schema', 'JSON', 'Another schema, in any of its forms. Either this, schema_id or none.'],
        ['schema_id', 'JSON', 'UUID or short id of a stored schema.'],
        ['instructions', 'JSON', 'Advice to the engine, at most 10,000 characters.'],
        ['Idempotency-Key', 'header', 'Repeats with this key within 24 hours join the first request.'],
      ],
      curl: curl(`${SELF}/re-extract`, json({ schema_id: SCHEMA })),
      status: 200,
      answer: {
        id: DOCUMENT,
        status: 'extracting',
        message: 'The document is being extracted again.',
        job_id: JOB,
        links: { self: SELF, job: `/v1/jobs/${JOB}`, extractions: `${SELF}/extractions` },
      },
      errors: [
        [
          400,
          'VALIDATION_ERROR',
          'A schema that is none, or no schema for a document that was never extracted and in which nothing is recognised.',
        ],
        noSuch('document or schema'),
        [422, 'VALIDATION_ERROR', 'The Idempotency-Key was used for another request.'],
      ],
    },
    {
      method: 'DELETE',
      path: '/v1/documents/:id',
      about: 'Deletes the document and its bytes for good. Extractions made of it stay.',
      parameters: [['id', 'path', 'UUID of the document.']],
      curl: curl(SELF, '-X DELETE'),
      status: 200,
      answer: { deleted: true, id: DOCUMENT },
      errors: [badId, noSuch('document')],
    },
  ],
};
