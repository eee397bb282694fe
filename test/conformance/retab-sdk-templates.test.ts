/** https://docs.retab.com (Edit, templates) — templates as the SDKs keep them. */
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mimeData } from '../support/documents';
import { readAs } from '../support/read-as';
import { RETAB_LANGUAGES, type RetabUser, refusedField } from '../support/retab-users';
import { type Server, startServer } from '../support/server';
import { Problem } from '../wire/retab';
import { Deleted, listOf, Template } from '../wire/retab-kept';

const AT = '/edit/templates';
const LISTED = 'limit=2&order=desc&include_embeddings=false&sort_by=created_at';
const bbox = { left: 0.15, top: 0.2, width: 0.35, height: 0.03, page: 1 };
const FIELD = { bbox, description: 'Full legal name', type: 'text', key: 'full_name', value: null };

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

async function blankForm() {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  return mimeData({ filename: 'blank_form.pdf', mediaType: 'application/pdf', bytes: await pdf.save() });
}

describe.each(RETAB_LANGUAGES)('Retab for $language', ({ open }) => {
  let sdk: RetabUser;
  beforeAll(() => {
    sdk = open(server);
  });

  it('makes, reads, changes, copies, lists and deletes templates', async () => {
    const json = { name: 'W-9', document: await blankForm(), form_fields: [FIELD] };
    const made = readAs(await sdk.send('POST', AT, { json }), 200, Template);
    expect(made).toMatchObject({ name: 'W-9', file: { filename: 'blank_form.pdf' }, form_fields: [FIELD] });
    expect(readAs(await sdk.send('GET', `${AT}/${made.id}`), 200, Template)).toEqual(made);
    const renamed = await sdk.send('PATCH', `${AT}/${made.id}`, { json: { name: 'W-9 (2026)' } });
    expect(readAs(renamed, 200, Template)).toMatchObject({ name: 'W-9 (2026)', field_count: 1 });
    const copy = readAs(await sdk.send('POST', `${AT}/${made.id}/duplicate`, { json: {} }), 200, Template);
    expect(copy).toMatchObject({ name: 'W-9 (2026) (copy)', file: made.file, form_fields: [FIELD] });
    const listed = readAs(await sdk.send('GET', AT, { query: LISTED }), 200, listOf(Template));
    expect(listed.data.map(({ id }) => id)).toEqual([copy.id, made.id]);
    for (const { id } of [made, copy])
      expect(readAs(await sdk.send('DELETE', `${AT}/${id}`), 200, Deleted)).toEqual({ success: true, id });
    readAs(await sdk.send('GET', `${AT}/${made.id}`), 404, Problem);
  });

  it('is told what is wrong with a template', async () => {
    const document = { filename: 'note.txt', url: 'data:text/plain;base64,aGVsbG8=' };
    const refused = await sdk.send('POST', AT, { json: { name: 'W-9', document, form_fields: [FIELD] } });
    expect(refusedField(refused)).toBe('document');
  });
});
