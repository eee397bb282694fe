import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDF_BOMBS } from '../../bench/bombs/pdf-bombs.mjs';
import { PICTURE_BOMBS } from '../../bench/bombs/picture-bombs.mjs';
import { TEXT_BOMBS } from '../../bench/bombs/text-bombs.mjs';
import { ZIP_BOMBS } from '../../bench/bombs/zip-bombs.mjs';
import { invoiceNumber, invoiceText } from '../support/documents';
import { createInvoiceSchema, createJob, getResults, untilEnded, uploadAll } from '../support/jobs';
import { type Server, startServer } from '../support/server';

/** Of every kind of file, what hurt most before it was looked for. */
const FILES: Readonly<Record<string, () => Uint8Array>> = {
  'itself.pdf': PDF_BOMBS['form that draws itself twice'],
  'doubling.pdf': PDF_BOMBS['forms doubling thirty levels deep'],
  'tables.pdf': PDF_BOMBS['stream of tables that inflates to a gibibyte'],
  'outline.pdf': PDF_BOMBS['outline that is inside itself'],
  'zeros.zip': ZIP_BOMBS['gibibyte of zeros said to be 32 MiB.zip'],
  'nested.zip': ZIP_BOMBS['archives hundred deep.zip'],
  'zeros.gz': ZIP_BOMBS['gibibyte of text.gz'],
  'columns.docx': ZIP_BOMBS['cell of a billion columns.docx'],
  'strings.xlsx': ZIP_BOMBS['shared texts of 200 MiB.xlsx'],
  'blanks.odt': ZIP_BOMBS['blank repeated a billion times.odt'],
  'deep.json': TEXT_BOMBS['objects hundred thousand deep.json'],
  'anchors.yaml': TEXT_BOMBS['anchors tripling thirty times.yaml'],
  'groups.rtf': TEXT_BOMBS['groups hundred thousand deep.rtf'],
  'pixels.png': PICTURE_BOMBS['hundred thousand pixels a side.png'],
  'pixels.tif': PICTURE_BOMBS['hundred thousand pixels a side.tif'],
};

describe('files that would never end, sent beside an invoice', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.remove());

  it('fail each by itself, and the invoice and the job next to theirs complete', async () => {
    const { client } = server;
    const schema = await createInvoiceSchema(client);
    const uploads = Object.entries(FILES).map(([filename, make]) => ({
      filename,
      mediaType: 'application/octet-stream',
      bytes: new Uint8Array(make()),
    }));
    const bombs = await uploadAll(client, uploads);
    const [inside = '', beside = ''] = await uploadAll(client, [invoiceText(1), invoiceText(2)]);
    const hostile = await createJob(client, 'bombs', schema, [...bombs, inside]);
    const healthy = await createJob(client, 'beside', schema, [beside]);
    const [ended, next] = [await untilEnded(client, hostile), await untilEnded(client, healthy)];
    expect(next).toMatchObject({ status: 'complete', failed_documents: 0 });
    expect(ended).toMatchObject({ status: 'complete', failed_documents: bombs.length, completed_documents: 1 });
    const numbers = async (job: string) =>
      (await getResults(client, job)).data.map(({ values }) => values.invoice_number);
    expect((await numbers(hostile)).filter((number) => number !== null)).toEqual([invoiceNumber(1)]);
    expect(await numbers(healthy)).toEqual([invoiceNumber(2)]);
  });
});
