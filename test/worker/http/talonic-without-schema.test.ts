import { expect, test, vi } from 'vitest';
import { Extracted } from '../../../src/http/talonic/extract-wire';
import { formWith, type Upload } from '../../support/documents';
import { newAccount } from './account';

const NOTE: Upload = {
  filename: 'berth.txt',
  mediaType: 'text/plain',
  bytes: new Uint8Array(
    new TextEncoder().encode('Berth note\n\nBoat name: Aurora\nBerth number: 12\nArrival date: 2026-05-01\n'),
  ),
};

test('an extraction without a schema asks for what the document shows, and says what that was', async () => {
  const account = await newAccount();
  const { status, body } = await account.call('POST', '/v1/extract', { form: formWith(NOTE) });
  const { data, schema, job_id } = Extracted.parse(body);
  expect([status, data]).toEqual([200, { boat_name: 'Aurora', berth_number: '12', arrival_date: '2026-05-01' }]);
  expect([schema.source, schema.id, Object.keys(schema.definition.properties ?? {})]).toEqual([
    'auto',
    null,
    Object.keys(data),
  ]);
  const again = await account.call('POST', '/v1/extract', { form: formWith(NOTE) });
  expect(Extracted.parse(again.body).job_id).toBe(job_id);
});

test('instructions that name fields decide what is asked, where no schema came', async () => {
  const account = await newAccount();
  const form = formWith(NOTE);
  form.set('instructions', 'the arrival date and the harbour fee');
  const { body } = await account.call('POST', '/v1/extract', { form });
  expect(Extracted.parse(body).data).toEqual({ arrival_date: '2026-05-01', harbour_fee: null });
});

test('a document that was never extracted is extracted again by what it shows', async () => {
  const account = await newAccount();
  const { body } = await account.call<{ id: string }>('POST', '/v1/documents', { form: formWith(NOTE) });
  const { status } = await account.call('POST', `/v1/documents/${body.id}/re-extract`);
  expect(status).toBe(200);
  const path = `/v1/documents/${body.id}/extractions`;
  const listed = async () => (await account.call<{ data: { id: string; status: string }[] }>('GET', path)).body.data[0];
  await vi.waitUntil(async () => (await listed())?.status === 'complete', { timeout: 20_000 });
  const extraction = await account.call<{ data: unknown }>('GET', `/v1/extractions/${(await listed())?.id}`);
  expect(extraction.body.data).toMatchObject({ boat_name: 'Aurora' });
});
