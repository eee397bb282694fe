import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { FilledForm, FoundFields } from '../../../src/http/retab/form-wire';
import { fromBase64, toBase64 } from '../../../src/jobs/base64';
import type { Box, ParsedDocument, Word } from '../../../src/parsers/parsed-document';
import { parseDocument } from '../../../src/parsers/registry';
import { declaredForm, drawnForm } from '../../support/forms';
import { newRetabClient, untilEnded } from './retab-client';

const GENERATE = '/v1/edit/templates/generate';
const FILL = '/v1/edit/agent/fill';
const FILL_TEMPLATE = '/v1/edit/templates/fill';

const pdf = async (form: Promise<Uint8Array>, filename = 'form.pdf') => ({
  filename,
  url: `data:application/pdf;base64,${toBase64(await form)}`,
});

const bytesOf = (url: string): Uint8Array =>
  fromBase64(url.replace('data:application/pdf;base64,', '')) ?? new Uint8Array();

const read = (url: string): Promise<ParsedDocument> =>
  parseDocument(bytesOf(url), { filename: 'filled.pdf', pages: null });

/** What stands in a box of the first page. */
function textIn({ pages }: ParsedDocument, box: Box): string {
  const inside = ({ box: own }: Word): boolean =>
    own.x >= box.x - 1 &&
    own.y >= box.y - 2 &&
    own.x + own.width <= box.x + box.width + 1 &&
    own.y + own.height <= box.y + box.height + 4;
  const words = pages[0]?.lines.flatMap((line) => line.words) ?? [];
  return words
    .filter(inside)
    .map(({ text }) => text)
    .join(' ');
}

const INSTRUCTIONS =
  "Name: Jane Łukasz, born 3 May 1990; tick 'Cox'. Town: Kirkwall\nRemarks: Has rowed since she was six, and would like to learn to steer the eight before the regatta of the autumn.";

describe('the fields of a form', () => {
  test('that is only drawn are found, as a job and straight away, and shown on it', async () => {
    const client = await newRetabClient();
    const request = { document: await pdf(drawnForm()) };
    const { body: made } = await client.call<{ id: string }>('POST', '/v1/jobs', {
      json: { endpoint: GENERATE, request },
    });
    const ended = await untilEnded(client, made.id);
    expect([ended.endpoint, ended.status]).toEqual([GENERATE, 'completed']);
    const body = FoundFields.parse(ended.response?.body);
    expect(body.form_schema.form_fields.map(({ key, type, value }) => [key, type, value])).toEqual([
      ['first_name', 'text', null],
      ['last_name', 'text', null],
      ['date_of_birth', 'text', null],
      ['membership_rower', 'checkbox', 'false'],
      ['membership_cox', 'checkbox', 'false'],
      ['town', 'text', null],
      ['remarks', 'text', null],
    ]);
    expect([body.field_count, body.usage, body.warnings]).toEqual([7, { credits: 0, page_count: 1 }, []]);
    expect(body.annotated_pdf.filename).toBe('form-annotated.pdf');
    const words = (await read(body.annotated_pdf.url)).markdown;
    for (const key of ['first_name', 'date_of_birth', 'remarks']) expect(words).toContain(key);
    const { status, body: now } = await client.call('POST', GENERATE, { json: request });
    expect(status).toBe(200);
    expect(FoundFields.parse(now).form_schema).toEqual(body.form_schema);
  });

  test('that its file declares are found with their names, what may be chosen, and how they stand', async () => {
    const client = await newRetabClient();
    const { body } = await client.call('POST', GENERATE, { json: { document: await pdf(declaredForm()) } });
    expect(
      FoundFields.parse(body).form_schema.form_fields.map(({ key, type, description, value }) => [
        key,
        type,
        description,
        value,
      ]),
    ).toEqual([
      ['name', 'text', 'Name of the boat', null],
      ['harbour', 'text', 'Harbour; one of Penryn, Falmouth, Fowey', null],
      ['insured', 'checkbox', 'Insured', 'false'],
      ['hull_wood', 'checkbox', 'Hull: Wood', 'false'],
      ['hull_steel', 'checkbox', 'Hull: Steel', 'false'],
    ]);
  });
});

describe('a form that is filled in', () => {
  test('has what the instructions say inside its boxes, and nothing in the others', async () => {
    const client = await newRetabClient();
    const request = { document: await pdf(drawnForm()), instructions: INSTRUCTIONS, config: { color: '#aa0000' } };
    const { body: made } = await client.call<{ id: string }>('POST', '/v1/jobs', { json: { endpoint: FILL, request } });
    const ended = await untilEnded(client, made.id);
    expect([ended.endpoint, ended.status]).toEqual([FILL, 'completed']);
    const body = FilledForm.parse(ended.response?.body);
    expect(Object.fromEntries(body.form_data.map(({ key, value }) => [key, value]))).toEqual({
      first_name: 'Jane',
      last_name: 'Łukasz',
      date_of_birth: '03051990',
      membership_rower: 'false',
      membership_cox: 'true',
      town: 'Kirkwall',
      remarks: expect.stringMatching(/^Has rowed since .* of the autumn$/),
    });
    expect(body.filled_document.filename).toBe('form-filled.pdf');
    const filled = await read(body.filled_document.url);
    expect(textIn(filled, { x: 150, y: 104, width: 250, height: 20 })).toBe('Jane');
    expect(textIn(filled, { x: 150, y: 134, width: 250, height: 20 })).toBe('Łukasz');
    for (const [cell, digit] of [...'03051990'].entries())
      expect(textIn(filled, { x: 150 + cell * 16, y: 168, width: 16, height: 18 })).toBe(digit);
    expect(textIn(filled, { x: 50, y: 286, width: 495, height: 70 })).toBe(
      'Has rowed since she was six, and would like to learn to steer the eight before the regatta of the autumn',
    );
    const ticks = filled.pages[0]?.lines.flatMap((line) => line.words).filter(({ text }) => /[☐☒]/.test(text));
    expect(ticks?.map(({ text, box }) => [text, Math.round(box.x / 10)])).toEqual([
      ['☐', 15],
      ['☒', 23],
    ]);
  });

  test('has the fields set that its file declares, with what they show', async () => {
    const client = await newRetabClient();
    const instructions = 'Boat name: Żuraw\nharbour = fowey\ninsured: yes\nhull: steel';
    const { body } = await client.call('POST', FILL, { json: { document: await pdf(declaredForm()), instructions } });
    const { form_data, filled_document } = FilledForm.parse(body);
    expect(form_data.map(({ key, value }) => [key, value])).toEqual([
      ['name', 'Żuraw'],
      ['harbour', 'Fowey'],
      ['insured', 'true'],
      ['hull_wood', 'false'],
      ['hull_steel', 'true'],
    ]);
    const filled = await PDFDocument.load(bytesOf(filled_document.url));
    const form = filled.getForm();
    expect([
      form.getTextField('boat.name').getText(),
      form.getDropdown('boat.harbour').getSelected(),
      form.getCheckBox('boat.insured').isChecked(),
      form.getRadioGroup('boat.hull').getSelected(),
    ]).toEqual(['Żuraw', ['Fowey'], true, 'steel']);
    form.flatten({ updateFieldAppearances: false });
    const shown = await parseDocument(await filled.save(), { filename: 'flat.pdf', pages: null });
    expect(textIn(shown, { x: 200, y: 106, width: 220, height: 20 })).toBe('Żuraw');
    expect(textIn(shown, { x: 200, y: 136, width: 220, height: 20 })).toBe('Fowey');
  });

  test('may be a template, whose fields are where its owner has placed them', async () => {
    const client = await newRetabClient();
    const bbox = { left: 0.5, top: 0.7, width: 0.3, height: 0.03, page: 1 };
    const form_fields = [{ bbox, description: 'Coach', type: 'text', key: 'coach' }];
    const { body: template } = await client.call<{ id: string }>('POST', '/v1/edit/templates', {
      json: { name: 'Membership', document: await pdf(drawnForm()), form_fields },
    });
    const request = { template_id: template.id, instructions: 'The coach is Ada Moor.' };
    const { status, body } = await client.call('POST', FILL_TEMPLATE, { json: request });
    expect(status).toBe(200);
    const { form_data, filled_document } = FilledForm.parse(body);
    expect(form_data).toEqual([{ ...form_fields[0], value: 'Ada Moor' }]);
    const box = { x: 0.5 * 595, y: 0.7 * 842, width: 0.3 * 595, height: 0.03 * 842 };
    expect(textIn(await read(filled_document.url), box)).toBe('Ada Moor');
    const { body: same } = await client.call('POST', FILL, { json: request });
    expect(FilledForm.parse(same).form_data).toEqual(form_data);
    const { body: job } = await client.call<{ id: string }>('POST', '/v1/jobs', {
      json: { endpoint: FILL_TEMPLATE, request },
    });
    expect((await untilEnded(client, job.id)).endpoint).toBe(FILL_TEMPLATE);
  });
});

describe('a form that is asked for wrongly', () => {
  const text = {
    filename: 'note.txt',
    url: `data:text/plain;base64,${toBase64(new TextEncoder().encode('Name: ___'))}`,
  };
  const instructions = 'Name: Jane';

  test.each([
    ['no PDF', GENERATE, { document: text }, 'document', 'convert it to PDF'],
    ['no PDF to be filled in', FILL, { document: text, instructions }, 'document', 'convert it to PDF'],
    ['no document', GENERATE, {}, 'document', 'must be an object'],
    ['neither document nor template', FILL, { instructions }, 'document', 'exactly one'],
    ['both', FILL, { instructions, document: text, template_id: 'x' }, 'document', 'exactly one'],
    ['no instructions', FILL, { document: text }, 'instructions', 'what is to be filled in'],
    ['empty instructions', FILL, { document: text, instructions: ' ' }, 'instructions', 'is empty'],
    [
      'a colour that is none',
      FILL,
      { document: text, instructions, config: { color: 'blue' } },
      'config.color',
      '#000080',
    ],
    ['no template', FILL_TEMPLATE, { instructions }, 'template_id', 'must be'],
    ['an unknown template', FILL_TEMPLATE, { instructions, template_id: 'x' }, 'template_id', 'is no template'],
  ])('%s is refused with the field named', async (_, path, request, field, problem) => {
    const client = await newRetabClient();
    for (const [url, json] of [
      [path, request],
      ['/v1/jobs', { endpoint: path, request }],
    ] as const) {
      const { status, body } = await client.call<{ detail: { message: string; details: unknown } }>('POST', url, {
        json,
      });
      expect([status, body.detail.details]).toEqual([422, { field }]);
      expect(body.detail.message).toContain(problem);
    }
  });

  test('a damaged PDF fails with the reason', async () => {
    const client = await newRetabClient();
    const broken = {
      filename: 'cut.pdf',
      url: `data:application/pdf;base64,${toBase64((await drawnForm()).slice(0, 600))}`,
    };
    const { status, body } = await client.call<{ detail: { message: string } }>('POST', GENERATE, {
      json: { document: broken },
    });
    expect(status).toBe(422);
    expect(body.detail.message).toMatch(/cut\.pdf: .*damaged/);
  });
});
