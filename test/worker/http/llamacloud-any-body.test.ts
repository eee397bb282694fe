import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExtractAgent } from '../../../src/http/llamacloud/agent-wire';
import { invoiceText } from '../../support/documents';
import { type Account, newAccount } from './account';

const PREFIX = '/api/v1/extraction';
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const SCHEMA = { type: 'object', properties: { total: { type: 'number' } } };

/** Ids that the account has: what they are sent with gets past the first look. */
interface Owned {
  readonly agent: string;
  readonly file: string;
}

async function ownedBy(account: Account): Promise<Owned> {
  const json = { name: 'A', data_schema: SCHEMA, config: {} };
  const agent = (await account.call<ExtractAgent>('POST', `${PREFIX}/extraction-agents`, { json })).body.id;
  const form = new FormData();
  form.set('upload_file', new File([invoiceText(1).bytes], 'a.txt'));
  return { agent, file: (await account.call<{ id: string }>('POST', '/api/v1/files', { form })).body.id };
}

const wild = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, '', '{}', UNKNOWN_ID, true, -1, [], {}));

/** JSON Schema, more or less. */
const schema = fc.letrec((tie) => ({
  shape: fc.record(
    {
      type: fc.constantFrom('object', 'array', 'string', 'null', ['number', 'null'], 7),
      properties: fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), tie('shape'), { maxKeys: 3 }),
      items: tie('shape'),
      anyOf: fc.array(tie('shape'), { maxLength: 2 }),
      enum: fc.array(wild, { maxLength: 3 }),
      $ref: fc.constantFrom('#', '#/$defs/a', '#/properties/a', 'https://example.test'),
      required: wild,
      default: fc.constantFrom(null, 1),
    },
    { requiredKeys: [] },
  ),
})).shape;

const config = fc.record(
  {
    extraction_target: fc.constantFrom('PER_DOC', 'PER_PAGE', 'PER_TABLE_ROW', 'PER_WORD'),
    page_range: fc.constantFrom('1', '2-3', '9999', '', 'x', null),
    num_pages_context: fc.constantFrom(1, 0, null),
    cite_sources: fc.boolean(),
    system_prompt: wild,
  },
  { requiredKeys: [] },
);

const bodies = ({ agent, file }: Owned): Readonly<Record<string, fc.Arbitrary<unknown>>> => ({
  'extraction-agents': fc.record({ name: fc.oneof(fc.string(), wild), data_schema: fc.oneof(schema, wild), config }),
  'extraction-agents/schema/validation': fc.record({ data_schema: fc.oneof(schema, wild) }),
  'extraction-agents/schema/generate': fc.record(
    { prompt: wild, data_schema: fc.oneof(schema, wild), file_id: fc.constantFrom(file, UNKNOWN_ID, null) },
    { requiredKeys: [] },
  ),
  jobs: fc.record({
    extraction_agent_id: fc.constantFrom(agent, UNKNOWN_ID),
    file_id: fc.constantFrom(file, UNKNOWN_ID),
    data_schema_override: fc.oneof(schema, wild),
    config_override: fc.oneof(config, wild),
    webhook_configurations: fc.oneof(fc.constant(null), wild),
  }),
  'jobs/batch': fc.record({
    extraction_agent_id: fc.constant(agent),
    file_ids: fc.array(fc.constantFrom(file, UNKNOWN_ID, ''), { maxLength: 3 }),
    config_override: fc.oneof(config, wild),
  }),
  run: fc.record({
    data_schema: fc.oneof(fc.constant(SCHEMA), schema),
    config,
    text: fc.oneof(fc.string(), wild),
    file: fc.oneof(fc.constant(null), fc.record({ data: fc.oneof(fc.base64String(), wild), mime_type: fc.string() })),
  }),
});

test.each(Object.keys(bodies({ agent: '', file: '' })))(
  'no body sent to %s is an error of the server',
  async (path) => {
    const account = await newAccount();
    const body = bodies(await ownedBy(account))[path] ?? wild;
    await fc.assert(
      fc.asyncProperty(fc.oneof({ arbitrary: body, weight: 4 }, { arbitrary: wild, weight: 1 }), async (json) => {
        const { status, body: answer } = await account.call('POST', `${PREFIX}/${path}`, { json });
        expect(status < 500 ? 'answered' : `${status} ${JSON.stringify(answer)}`).toBe('answered');
      }),
      { numRuns: 25, endOnFailure: true },
    );
  },
);
