/** What one dialect gave an id is good in every other: documents, results, agents' jobs, lists of entries. */
import { expect, test } from 'vitest';
import type { FileV2 } from '../../../src/http/llamacloud/file-wire';
import type { ExtractJob, ResultSet } from '../../../src/http/llamacloud/job-wire';
import type { ExtractRun } from '../../../src/http/llamacloud/run-wire';
import type { Document } from '../../../src/http/talonic/document-wire';
import type { Extracted } from '../../../src/http/talonic/extract-wire';
import type { Extraction } from '../../../src/http/talonic/extraction-wire';
import type { JobResults } from '../../../src/http/talonic/job-wire';
import { toBase64 } from '../../../src/jobs/base64';
import { formWith, invoiceNumber, invoiceText } from '../../support/documents';
import type { RetabJob } from '../../support/retab-job';
import { newAccount } from './account';
import { askIn, endOf } from './ask-in';

const SCHEMA = { type: 'object', properties: { invoice_number: { type: 'string' } }, required: ['invoice_number'] };

test('a file of LlamaCloud is a document of Talonic and of Retab, and its run is an extraction', async () => {
  const account = await newAccount();
  const [talonic, retab, llamacloud] = [
    askIn('talonic', account),
    askIn('retab', account),
    askIn('llamacloud', account),
  ];
  const form = formWith(invoiceText(1));
  form.set('purpose', 'extract');
  const file = await llamacloud<FileV2>('POST', '/api/v1/beta/files', { form });
  expect(await talonic<Document>('GET', `/v1/documents/${file.id}`)).toMatchObject({
    id: file.id,
    filename: 'invoice-1.txt',
  });

  const inTalonic = await talonic<Extracted>('POST', '/v1/extract', {
    json: { document_id: file.id, schema: SCHEMA },
  });
  const run = await llamacloud<ExtractRun>('GET', `/api/v1/extraction/runs/${inTalonic.extraction_id}`);
  expect([run.file_id, run.job_id, run.data]).toEqual([file.id, inTalonic.job_id, inTalonic.data]);

  const document = { id: file.id, filename: 'called-otherwise.txt', mime_type: 'text/plain' };
  const json = { endpoint: '/v1/documents/extract', request: { document, json_schema: SCHEMA, model: 'retab-small' } };
  const { id } = await retab<RetabJob>('POST', '/v1/jobs', { json });
  await endOf(account, id);
  const { request, response } = await retab<RetabJob>(
    'GET',
    `/v1/jobs/${id}?include_request=true&include_response=true`,
  );
  expect(request).toEqual(json.request);
  const read = await talonic<Extraction>('GET', `/v1/extractions/${response?.body.extraction_id}`);
  expect([read.document.id, read.document.filename, read.data]).toEqual([
    file.id,
    'called-otherwise.txt',
    { invoice_number: invoiceNumber(1) },
  ]);
});

test.each([
  [
    'PER_PAGE',
    'text/plain',
    'pages',
    'Invoice number: T-0001\n\fNothing\n\fInvoice number: T-0003\n',
    ['T-0001', null, 'T-0003'],
  ],
  [
    'PER_TABLE_ROW',
    'text/csv',
    'rows',
    'Invoice number,Due\nT-0001,2026-03-04\nT-0002,2026-03-05\n',
    ['T-0001', 'T-0002'],
  ],
])(
  'a result %s is a list in LlamaCloud, and in the others the list under its name',
  async (extraction_target, mime_type, name, text, numbers) => {
    const account = await newAccount();
    const file = { data: toBase64(new TextEncoder().encode(text)), mime_type };
    const config = { extraction_target, cite_sources: true };
    const json = { data_schema: SCHEMA, config, file };
    const llamacloud = askIn('llamacloud', account);
    const { id } = await llamacloud<ExtractJob>('POST', '/api/v1/extraction/run', { json });
    await endOf(account, id);
    const entries = numbers.map((invoice_number) => ({ invoice_number }));
    const { data, extraction_metadata } = await llamacloud<ResultSet>('GET', `/api/v1/extraction/jobs/${id}/result`);
    expect(data).toEqual(entries);
    expect(extraction_metadata.field_metadata).toHaveLength(entries.length);
    const { data: rows } = await askIn('talonic', account)<JobResults>('GET', `/v1/jobs/${id}/results`);
    expect(rows.map(({ values }) => values)).toEqual([{ [name]: entries }]);
    const { response } = await askIn('retab', account)<RetabJob>('GET', `/v1/jobs/${id}?include_response=true`);
    expect(response?.body.choices[0]?.message.parsed).toEqual({ [name]: entries });
    expect(response?.body.likelihoods).toEqual({
      [name]: numbers.map((number) => ({ invoice_number: number === null ? 0 : expect.any(Number) })),
    });
  },
);

test('a run deleted in LlamaCloud is gone in every dialect, and its document is not', async () => {
  const account = await newAccount();
  const [talonic, retab, llamacloud] = [
    askIn('talonic', account),
    askIn('retab', account),
    askIn('llamacloud', account),
  ];
  const form = formWith(invoiceText(1));
  form.set('schema', JSON.stringify(SCHEMA));
  const { extraction_id, job_id, document } = await talonic<Extracted>('POST', '/v1/extract', { form });
  await llamacloud('DELETE', `/api/v1/extraction/runs/${extraction_id}`);
  await expect(talonic('GET', `/v1/jobs/${job_id}`)).rejects.toThrow('answered 404');
  await expect(talonic('GET', `/v1/extractions/${extraction_id}`)).rejects.toThrow('answered 404');
  await expect(retab('GET', `/v1/jobs/${job_id}`)).rejects.toThrow('answered 404');
  await expect(llamacloud('GET', `/api/v2/extract/${job_id}`)).rejects.toThrow('answered 404');
  expect(await talonic<Document>('GET', `/v1/documents/${document.id}`)).toMatchObject({ id: document.id });
});
