import { BAD_LIST, badId, curl, DOCUMENT, json, LIST_QUERY, noSuch, PAGINATION, SOURCE } from './examples.js';

const SELF = `/v1/sources/${SOURCE}`;
const ID = ['id', 'path', 'UUID of the source.'];
const NAME = ['name', 'JSON', 'At most 200 characters.'];
const TYPE = ['type', 'JSON', 'What it is in your word, at most 50 characters: api unless said.'];
const EXAMPLE = {
  id: SOURCE,
  name: 'Mailroom',
  type: 'api',
  created_at: '2026-03-05T09:00:50.310Z',
  updated_at: '2026-03-05T09:00:50.310Z',
  links: { self: SELF, documents: `/v1/documents?source_id=${SOURCE}` },
};

export const SOURCES = {
  title: 'Sources',
  about: 'Where documents come from. A source has no key of its own: its documents are sent with yours.',
  routes: [
    {
      method: 'POST',
      path: '/v1/sources',
      about: 'Makes a source.',
      parameters: [
        NAME,
        TYPE,
        ['Idempotency-Key', 'header', 'Repeats with this key within 24 hours answer with the first source.'],
      ],
      curl: curl('/v1/sources', json({ name: 'Mailroom' })),
      status: 201,
      answer: EXAMPLE,
      errors: [
        [400, 'VALIDATION_ERROR', 'No name.'],
        [422, 'VALIDATION_ERROR', 'The Idempotency-Key was used for another request.'],
      ],
    },
    {
      method: 'GET',
      path: '/v1/sources',
      about: 'Lists the sources.',
      parameters: LIST_QUERY,
      curl: curl('/v1/sources'),
      status: 200,
      answer: { data: [EXAMPLE], pagination: PAGINATION },
      errors: [BAD_LIST],
    },
    {
      method: 'GET',
      path: '/v1/sources/:id',
      about: 'One source.',
      parameters: [ID],
      curl: curl(SELF),
      status: 200,
      answer: EXAMPLE,
      errors: [badId, noSuch('source')],
    },
    ...['PATCH', 'PUT'].map((method) => ({
      method,
      path: '/v1/sources/:id',
      about: 'Changes what is sent; the rest stays.',
      parameters: [ID, NAME, TYPE],
      curl: curl(SELF, `-X ${method}`, json({ name: 'Post room' })),
      status: 200,
      answer: { ...EXAMPLE, name: 'Post room' },
      errors: [badId, noSuch('source')],
    })),
    {
      method: 'DELETE',
      path: '/v1/sources/:id',
      about: 'Deletes the source. The documents that came through it stay.',
      parameters: [ID],
      curl: curl(SELF, '-X DELETE'),
      status: 200,
      answer: { deleted: true, id: SOURCE },
      errors: [badId, noSuch('source')],
    },
    {
      method: 'POST',
      path: '/v1/sources/:id/documents',
      about:
        'Stores a document that comes through the source; it is read when a job asks for it. Content that is there already (by its SHA-256) is not stored again: the answer is 200 with status duplicate.',
      parameters: [
        ID,
        ['file', 'form', 'The document, with its filename, as a part of multipart/form-data.'],
        ['metadata', 'form', 'A JSON object of at most 10,000 characters and 64 levels, given back with the document.'],
        ['batch_id', 'form', 'Your name for the delivery it belongs to, at most 200 characters.'],
        ['processing_mode', 'form', 'realtime or batch; both are the same here.'],
        ['url', 'form', 'Or where it lies: an https URL on a public host; also as JSON, and as file_url.'],
      ],
      curl: curl(`${SELF}/documents`, '-F file=@invoice.pdf', '-F \'metadata={"box": 7}\''),
      status: 201,
      answer: {
        document_id: DOCUMENT,
        filename: 'invoice.pdf',
        size_bytes: 2765,
        status: 'queued',
        source_id: SOURCE,
        message: 'Stored. It is read when a job or an extraction asks for it.',
        links: { self: `/v1/documents/${DOCUMENT}`, source: SELF, dashboard: `{origin}/documents/${DOCUMENT}` },
      },
      errors: [
        [400, 'VALIDATION_ERROR', 'No file, a file of 0 bytes, a URL that may not be asked, or metadata that is none.'],
        noSuch('source'),
        [413, 'FILE_TOO_LARGE', 'The file is larger than 32 MiB.'],
        [422, 'EXTRACTION_FAILED', 'The format is not supported, or the URL gave no document.'],
      ],
    },
  ],
};
