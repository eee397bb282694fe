/** https://docs.retab.com (Edit) — forms are looked through and filled in, as the SDKs ask for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mimeData } from '../support/documents';
import { declaredForm, drawnForm } from '../support/forms';
import { parseAs, readAs } from '../support/read-as';
import { RETAB_LANGUAGES, type RetabUser, refusedField } from '../support/retab-users';
import { type Server, startServer } from '../support/server';
import { FillResponse, GenerateTemplateResponse } from '../wire/retab-forms';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

const sent = async (form: Promise<Uint8Array>) =>
  mimeData({ filename: 'form.pdf', mediaType: 'application/pdf', bytes: await form });

describe.each(RETAB_LANGUAGES)('Retab for $language', ({ open }) => {
  let sdk: RetabUser;
  beforeAll(() => {
    sdk = open(server);
  });

  it('finds the fields of a form at once, and as a job', async () => {
    const request = { document: await sent(drawnForm()), model: 'retab-small' };
    const body = readAs(
      await sdk.send('POST', '/edit/templates/generate', { json: request }),
      200,
      GenerateTemplateResponse,
    );
    const { form_fields } = body.form_schema;
    expect([body.field_count, form_fields.length, form_fields[0]?.description]).toEqual([7, 7, 'First name']);
    const job = parseAs(GenerateTemplateResponse, await sdk.responseOf('/v1/edit/templates/generate', request));
    expect(job.form_schema).toEqual(body.form_schema);
  });

  it('fills in a form at once, and as a job', async () => {
    const instructions = 'boat name: Kestrel\nharbour: Penryn\nhull: wood';
    const request = { document: await sent(declaredForm()), instructions, config: { color: '#004400' } };
    const body = readAs(await sdk.send('POST', '/edit/agent/fill', { json: request }), 200, FillResponse);
    expect(body.form_data.map(({ key, value }) => [key, value])).toEqual([
      ['name', 'Kestrel'],
      ['harbour', 'Penryn'],
      ['insured', 'false'],
      ['hull_wood', 'true'],
      ['hull_steel', 'false'],
    ]);
    const job = parseAs(FillResponse, await sdk.responseOf('/v1/edit/agent/fill', request));
    expect(job.form_data).toEqual(body.form_data);
  });

  it('fills in a template at once, and as a job', async () => {
    const document = await sent(drawnForm());
    const found = await sdk.send('POST', '/edit/templates/generate', { json: { document } });
    const { form_fields } = readAs(found, 200, GenerateTemplateResponse).form_schema;
    const kept = await sdk.send('POST', '/edit/templates', { json: { name: 'Membership', document, form_fields } });
    const { id: template_id } = kept.body as { readonly id: string };
    const request = { template_id, instructions: 'First name: Ida. Last name: Holm. Cox: yes' };
    const body = readAs(await sdk.send('POST', '/edit/templates/fill', { json: request }), 200, FillResponse);
    const given = body.form_data.filter(({ value }) => value !== null && value !== 'false');
    expect(given.map(({ key, value }) => [key, value])).toEqual([
      ['first_name', 'Ida'],
      ['last_name', 'Holm'],
      ['membership_cox', 'true'],
    ]);
    const job = parseAs(FillResponse, await sdk.responseOf('/v1/edit/templates/fill', request));
    expect(job.form_data).toEqual(body.form_data);
  });

  it('is told which field of a form to be filled in is wrong', async () => {
    const document = { filename: 'note.txt', url: 'data:text/plain;base64,TmFtZTo=' };
    const instructions = 'Name: Ida';
    const wrong = [
      ['/v1/edit/agent/fill', { document, instructions }, 'document'],
      ['/v1/edit/agent/fill', { instructions }, 'document'],
      ['/v1/edit/templates/fill', { instructions, template_id: 'edittplt_none' }, 'template_id'],
      ['/v1/edit/templates/generate', { document }, 'document'],
    ] as const;
    for (const [endpoint, request, field] of wrong)
      expect(refusedField(await sdk.create({ endpoint, request }))).toBe(field);
  });
});
