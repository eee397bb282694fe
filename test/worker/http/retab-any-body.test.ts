import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractRequest, newRetabClient, type RetabClient } from './retab-client';

const ID = '00000000-0000-4000-8000-000000000000';

/** Half of what is sent looks right at first sight, so that it gets past the first look. */
const wild = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, '', ID, 'job_1', true, -1, [ID], {}, 1e300));

const request = fc
  .record(
    {
      document: fc.oneof(
        wild,
        fc.record({
          filename: wild,
          url: fc.oneof(
            wild,
            fc.base64String().map((text) => `data:a/b;base64,${text}`),
          ),
        }),
        fc.record({ id: wild, filename: wild }),
      ),
      json_schema: fc.oneof(wild, fc.object({ maxDepth: 2 })),
      model: wild,
      n_consensus: wild,
      image_resolution_dpi: wild,
      additional_messages: fc.oneof(wild, fc.array(fc.record({ role: fc.constant('user'), content: wild }))),
      chunking_keys: wild,
      extraction_id: wild,
      metadata: wild,
      bust_cache: wild,
    },
    { requiredKeys: [] },
  )
  // Most of a good request and one thing wrong with it reach further than all of it wrong.
  .chain((changes) => fc.constantFrom(changes, extractRequest(1, changes)));

async function outcomeOf({ call }: RetabClient, method: string, path: string, json?: unknown): Promise<string> {
  const { status, body } = await call(method, path, json === undefined ? {} : { json });
  return status < 500 && (status < 400 || typeof body.detail === 'object')
    ? 'answered'
    : `${status} ${JSON.stringify(body)}`;
}

test('no job that is asked for is an error of the server', async () => {
  const client = await newRetabClient();
  const body = fc.oneof(
    wild,
    fc.record({ endpoint: fc.constant('/v1/documents/extract'), request, metadata: fc.option(wild) }),
  );
  await fc.assert(
    fc.asyncProperty(body, async (json) => {
      expect(await outcomeOf(client, 'POST', '/v1/jobs', json)).toBe('answered');
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

test('no extraction that is waited for is an error of the server', async () => {
  const client = await newRetabClient();
  await fc.assert(
    fc.asyncProperty(request, async (json) => {
      expect(await outcomeOf(client, 'POST', '/v1/documents/extract', json)).toBe('answered');
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('no query is an error of the server', async () => {
  const client = await newRetabClient();
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '1',
      'asc',
      'failed',
      ID,
      '2026-01-01',
      '\u0000',
      '%',
      '{"a":"b"}',
      '^[a-',
      '^\\w\\',
      'pdf',
      'true',
    ),
  );
  const names = [
    ...['before', 'after', 'limit', 'order', 'id', 'job_id', 'status', 'endpoint', 'source', 'project_id', 'model'],
    ...['workflow_id', 'workflow_node_id', 'workflow_block_id', 'filename_regex', 'filename_contains', 'document_type'],
    ...['from_date', 'to_date', 'metadata', 'include_request', 'include_response'],
  ];
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 3 }), async (query) => {
      expect(await outcomeOf(client, 'GET', `/v1/jobs?${new URLSearchParams(query)}`)).toBe('answered');
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
