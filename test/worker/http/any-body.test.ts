import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Account, newAccount } from './account';

const ID = '00000000-0000-4000-8000-000000000000';

/** Half of what is sent looks right at first sight, so that it gets past the first look. */
const wild = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, '', ID, 'SCH-12345678', true, -1, [ID], {}));

const NAMES = {
  'POST /v1/jobs': ['schema_id', 'document_ids', 'name', 'include_provenance'],
  'POST /v1/schemas': ['name', 'definition', 'fields', 'description'],
  [`PUT /v1/schemas/${ID}`]: ['name', 'definition', 'fields', 'description'],
  'POST /v1/extract': ['document_id', 'schema', 'schema_id', 'options', 'instructions', 'include_markdown'],
  [`POST /v1/documents/${ID}/re-extract`]: ['schema', 'schema_id', 'instructions'],
  [`PATCH /v1/extractions/${ID}/data`]: ['corrections', 'propagate'],
  'POST /v1/documents/filter': ['conditions', 'search', 'sort', 'page', 'limit', 'cursor', 'source_id'],
  'POST /v1/documents/upload-session': ['filename', 'expires_in'],
  'POST /v1/sources': ['name', 'type'],
  'POST /v1/webhooks': ['url', 'events', 'secret', 'source_connection_id', 'is_active'],
};

const bodyOf = (names: readonly string[]) =>
  fc.oneof(
    wild,
    fc.record(Object.fromEntries(names.map((name) => [name, wild])), { requiredKeys: [] }),
    fc.record({
      name: fc.string(),
      definition: fc.object({ maxDepth: 2 }),
      corrections: fc.array(fc.record({ field: fc.string(), value: wild })),
      conditions: fc.array(fc.record({ field: fc.string(), operator: fc.constantFrom('eq', 'gt', 'in'), value: wild })),
    }),
  );

async function statusOf(account: Account, method: string, path: string, call: object): Promise<string> {
  const { status, body } = await account.call(method, path, call);
  return status < 500 && (status < 400 || typeof body.code === 'string')
    ? 'answered'
    : `${status} ${JSON.stringify(body)}`;
}

test.each(Object.entries(NAMES))('no body sent to %s is an error of the server', async (route, names) => {
  const account = await newAccount();
  const [method = '', path = ''] = route.split(' ');
  await fc.assert(
    fc.asyncProperty(bodyOf(names), async (json) => {
      expect(await statusOf(account, method, path, { json })).toBe('answered');
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

test('no query is an error of the server', async () => {
  const account = await newAccount();
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('1', 'asc', 'complete', ID, '2026-01-01', '\u0000', '%'),
  );
  const query = fc.dictionary(
    fc.constantFrom(
      'limit',
      'page',
      'per_page',
      'cursor',
      'order',
      'status',
      'search',
      'after',
      'before',
      'schema_id',
      'document_id',
      'tier',
      'cluster',
      'q',
      'days',
    ),
    text,
  );
  const kinds = fc.constantFrom('jobs', 'documents', 'extractions', 'schemas', 'fields', 'search', 'sources', 'usage');
  await fc.assert(
    fc.asyncProperty(kinds, query, async (kind, values) => {
      const path = `/v1/${kind}?${new URLSearchParams(values)}`;
      expect(await statusOf(account, 'GET', path, {})).toBe('answered');
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test('no filename is an error of the server', async () => {
  const account = await newAccount();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (name) => {
      const form = new FormData();
      form.set('file', new File(['Invoice number: 1'], name));
      expect(await statusOf(account, 'POST', '/v1/documents', { form })).toBe('answered');
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
