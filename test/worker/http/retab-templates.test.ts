import { describe, expect, test } from 'vitest';
import { Deleted } from '../../../src/http/retab/paging';
import { Template } from '../../../src/http/retab/template-wire';
import { toBase64 } from '../../../src/jobs/base64';
import { newRetabClient, type RetabClient } from './retab-client';

const PDF = `data:application/pdf;base64,${toBase64(new TextEncoder().encode('%PDF-1.4\n%%EOF\n'))}`;
const bbox = { left: 0.1, top: 0.2, width: 0.3, height: 0.03, page: 1 };
const FIELD = { bbox, description: 'Who asks', type: 'text', key: 'applicant', value: null };
const FORM = { name: 'Antrag', document: { filename: 'antrag.pdf', url: PDF }, form_fields: [FIELD] };

async function created(client: RetabClient, changes: object = {}): Promise<Template> {
  const { status, body } = await client.call('POST', '/v1/edit/templates', { json: { ...FORM, ...changes } });
  expect([status, body]).toEqual([200, expect.any(Object)]);
  return Template.strict().parse(body);
}

const listed = async (client: RetabClient, query: string) =>
  (await client.call<{ data: Template[]; list_metadata: object }>('GET', `/v1/edit/templates${query}`)).body;

test('a template comes back as it was made, is changed, copied and deleted', async () => {
  const client = await newRetabClient();
  const template = await created(client);
  expect(template).toMatchObject({
    name: 'Antrag',
    file: { filename: 'antrag.pdf', mime_type: 'application/pdf' },
    form_fields: [FIELD],
    field_count: 1,
    organization_id: client.account.id,
  });
  const at = `/v1/edit/templates/${template.id}`;
  expect((await client.call('GET', at)).body).toEqual(template);
  const fields = [FIELD, { ...FIELD, type: 'checkbox', key: 'married', value: 'true' }];
  const changed = await client.call<Template>('PATCH', at, { json: { form_fields: fields } });
  expect(changed.body).toMatchObject({ name: 'Antrag', form_fields: fields, field_count: 2 });
  const copy = await client.call<Template>('POST', `${at}/duplicate`, { json: {} });
  expect(copy.body).toMatchObject({ name: 'Antrag (copy)', file: template.file, form_fields: fields });
  const named = await client.call<Template>('POST', `${at}/duplicate`, { json: { name: 'Another' } });
  expect(named.body.name).toBe('Another');
  const gone = await client.call('DELETE', at);
  expect([gone.status, Deleted.parse(gone.body)]).toEqual([200, { success: true, id: template.id }]);
  expect((await client.call('GET', at)).status).toBe(404);
  expect((await client.call('GET', `/v1/edit/templates/${copy.body.id}`)).status).toBe(200);
});

test('templates are listed page after page in both directions, and by their file', async () => {
  const client = await newRetabClient();
  const ids: string[] = [];
  for (const number of [1, 2, 3]) {
    const { id } = await created(client, { document: { filename: `form-${number}.pdf`, url: PDF } });
    ids.unshift(id);
  }
  const asSent = '&order=desc&include_embeddings=false&sort_by=created_at';
  const first = await listed(client, `?limit=2${asSent}`);
  expect([first.data.map(({ id }) => id), first.list_metadata]).toEqual([
    ids.slice(0, 2),
    { before: null, after: ids[1] },
  ]);
  const second = await listed(client, `?limit=2&after=${ids[1]}${asSent}`);
  expect([second.data.map(({ id }) => id), second.list_metadata]).toEqual([[ids[2]], { before: ids[2], after: null }]);
  const back = await listed(client, `?limit=2&before=${ids[2]}`);
  expect(back.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect((await listed(client, '?order=asc')).data.map(({ id }) => id)).toEqual([...ids].reverse());
  expect((await listed(client, '?filename=FORM-2')).data.map(({ id }) => id)).toEqual([ids[1]]);
  expect((await listed(client, '?mime_type=image%2Fpng')).data).toEqual([]);
});

test('the form of a template cannot be deleted before the template', async () => {
  const client = await newRetabClient();
  const template = await created(client);
  const at = `/talonic/v1/documents/${template.file.id}`;
  const refused = await client.account.call<{ message: string }>('DELETE', at);
  expect([refused.status, refused.body.message]).toEqual([409, expect.stringContaining(template.id)]);
  await client.call('DELETE', `/v1/edit/templates/${template.id}`);
  expect((await client.account.call('DELETE', at)).status).toBe(200);
});

describe('is told what is wrong with a template', () => {
  test.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['no document', { document: null }, 'document'],
    ['a document that is no PDF', { document: { filename: 'a.txt', url: 'data:text/plain;base64,aGk=' } }, 'document'],
    ['a document that is not there', { document: { filename: 'a.pdf', id: 'nobody' } }, 'document.id'],
    ['no fields', { form_fields: undefined }, 'form_fields'],
    ['two fields of one key', { form_fields: [FIELD, FIELD] }, 'form_fields[1].key'],
    ['another kind of field', { form_fields: [{ ...FIELD, type: 'signature' }] }, 'form_fields[0].type'],
    [
      'a box outside the page',
      { form_fields: [{ ...FIELD, bbox: { ...bbox, left: 1.2 } }] },
      'form_fields[0].bbox.left',
    ],
    [
      'a page before the first',
      { form_fields: [{ ...FIELD, bbox: { ...bbox, page: 0 } }] },
      'form_fields[0].bbox.page',
    ],
    [
      'too many fields',
      { form_fields: Array.from({ length: 2001 }, (_, key) => ({ ...FIELD, key: `${key}` })) },
      'form_fields',
    ],
  ])('%s', async (_, changes, field) => {
    const client = await newRetabClient();
    const { status, body } = await client.call('POST', '/v1/edit/templates', { json: { ...FORM, ...changes } });
    expect([status, body]).toEqual([422, { detail: expect.objectContaining({ details: { field } }) }]);
  });

  test.each(['?limit=0', '?order=up', '?sort_by=name', '?after=nobody', '?before=x&after=y'])('%s', async (query) => {
    const client = await newRetabClient();
    const { status, body } = await client.call('GET', `/v1/edit/templates${query}`);
    const field = /\?(\w+)/.exec(query)?.[1];
    expect([status, body]).toEqual([422, { detail: expect.objectContaining({ details: { field } }) }]);
  });

  test('an id that is none is not there', async () => {
    const client = await newRetabClient();
    expect((await client.call('GET', '/v1/edit/templates/edittplt_abc')).status).toBe(404);
    expect((await client.call('DELETE', '/v1/edit/templates/edittplt_abc')).status).toBe(404);
  });
});
