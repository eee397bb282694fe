import { BAD_LIST, badId, curl, json, LIST_QUERY, noSuch, PAGINATION, SCHEMA } from './examples.js';

const SELF = `/v1/schemas/${SCHEMA}`;
const EXAMPLE = {
  id: SCHEMA,
  short_id: 'SCH-AD58D4D2',
  name: 'Invoice',
  description: 'Supplier invoices',
  definition: {
    type: 'object',
    properties: {
      invoice_number: { type: 'string', title: 'Invoice number' },
      total_gross: { type: 'number', title: 'Total gross' },
      line_items: {
        type: 'array',
        items: { type: 'object', properties: { amount: { type: 'number', title: 'Amount' } } },
        title: 'Line items',
      },
    },
  },
  field_count: 3,
  version: 1,
  created_at: '2026-03-05T09:00:56.540Z',
  updated_at: '2026-03-05T09:00:56.540Z',
  links: {
    self: SELF,
    extractions: `/v1/extractions?schema_id=${SCHEMA}`,
    dashboard: `{origin}/schemas/${SCHEMA}`,
  },
};

const FIELDS = [
  'fields',
  'JSON',
  'In place of definition: [{"name": "total", "type": "number", "description": "..."}].',
];
const REFUSED = [
  400,
  'VALIDATION_ERROR',
  'The definition is no schema, has no fields or is too large; the message says where.',
];

export const SCHEMAS = {
  title: 'Schemas',
  about:
    'The shape asked for. A definition is JSON Schema, {"field": "type"} with nested objects and [item] for lists, or a list of fields; what is answered is always JSON Schema. Types: string, number, integer, boolean, date, datetime, time, email, url, enum, array, object. Titles and descriptions in the language of the documents help to find the values.',
  routes: [
    {
      method: 'POST',
      path: '/v1/schemas',
      about: 'Stores a schema.',
      parameters: [
        ['name', 'JSON', '1 to 100 characters.'],
        ['definition', 'JSON', 'The schema, in any of its forms.'],
        FIELDS,
        ['description', 'JSON', 'At most 2,000 characters.'],
        ['Idempotency-Key', 'header', 'Repeats with this key within 24 hours give the schema that the first one made.'],
      ],
      curl: curl(
        '/v1/schemas',
        json({
          name: 'Invoice',
          definition: { invoice_number: 'string', total_gross: 'number', line_items: [{ amount: 'number' }] },
        }),
      ),
      status: 201,
      answer: EXAMPLE,
      errors: [REFUSED, [422, 'VALIDATION_ERROR', 'The Idempotency-Key was used for another request.']],
    },
    {
      method: 'GET',
      path: '/v1/schemas',
      about: 'Lists the schemas: all on one page, unless one of the parameters is sent.',
      parameters: LIST_QUERY,
      curl: curl('/v1/schemas'),
      status: 200,
      answer: { data: [EXAMPLE], pagination: PAGINATION },
      errors: [BAD_LIST],
    },
    {
      method: 'GET',
      path: '/v1/schemas/:id',
      about: 'One schema, in its latest version.',
      parameters: [['id', 'path', 'UUID or short id.']],
      curl: curl('/v1/schemas/SCH-AD58D4D2'),
      status: 200,
      answer: EXAMPLE,
      errors: [badId, noSuch('schema')],
    },
    {
      method: 'PUT',
      path: '/v1/schemas/:id',
      about: 'Changes what is sent and leaves the rest. A changed definition is the next version; jobs keep theirs.',
      parameters: [
        ['id', 'path', 'UUID or short id.'],
        ['name', 'JSON', '1 to 100 characters.'],
        ['description', 'JSON', 'At most 2,000 characters.'],
        ['definition', 'JSON', 'The new schema, in any of its forms.'],
        FIELDS,
      ],
      curl: curl(SELF, '-X PUT', json({ definition: { invoice_number: 'string', due_date: 'date' } })),
      status: 200,
      answer: { ...EXAMPLE, definition: { type: 'object', properties: '...' }, field_count: 2, version: 2 },
      errors: [
        REFUSED,
        noSuch('schema'),
        [409, 'DUPLICATE_RESOURCE', 'Others keep changing it: read it and try again.'],
      ],
    },
    {
      method: 'DELETE',
      path: '/v1/schemas/:id',
      about: 'Deletes a schema and its versions. Jobs and extractions made with it stay.',
      parameters: [['id', 'path', 'UUID or short id.']],
      curl: curl(SELF, '-X DELETE'),
      status: 200,
      answer: { deleted: true, id: SCHEMA },
      errors: [badId, noSuch('schema')],
    },
  ],
};
