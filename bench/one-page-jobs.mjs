import { createHash } from 'node:crypto';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { LOCAL_DOCUMENTS_AT_ONCE } from '../scripts/local-flags.mjs';

/** The API key that the measured Worker knows. */
export const benchKey = 'tlnc_live_bench';
const SCHEMA = { invoice_number: 'string', due_date: 'date', total_gross: 'number', seller_name: 'string' };

/** What the measured Worker must be started with. */
export const benchVars = {
  BOOTSTRAP_KEY_SHA256: createHash('sha256').update(benchKey).digest('hex'),
  BOOT_ID: 'bench',
  DOCUMENTS_AT_ONCE: LOCAL_DOCUMENTS_AT_ONCE,
  RATE_LIMIT_PER_MINUTE: '10000000',
};

/**
 * Uploads `count` one-page invoices, each different, and answers as many tasks: create a job over one of them and wait
 * until it is complete. The upload is not part of the task.
 */
export async function prepareJobs(url, count, round, api = apiOf(url, benchKey)) {
  const schema = await createSchema(api, round);
  const tasks = [];
  for (let index = 0; index < count; index++) {
    const name = `${round}-${index}`;
    const document = await uploadPage(api, name);
    tasks.push(() => runJob(api, { name, schema_id: schema.id, document_ids: [document.id] }));
  }
  return tasks;
}

/** What the jobs of a round ask for. */
export const createSchema = (api, round) => api('POST', '/v1/schemas', { name: `bench ${round}`, definition: SCHEMA });

/** Makes a job and waits for its end; throws when it fails. */
export async function runJob(api, request) {
  let job = await api('POST', '/v1/jobs', request);
  while (job.status !== 'complete') {
    if (job.status === 'failed') throw new Error(`job ${job.id} failed: ${job.error?.message}`);
    job = await api('GET', `/v1/jobs/${job.id}?wait=30`);
  }
}

/** A one-page invoice as PDF bytes; its number is `B-` and what was given. */
export async function onePage(number) {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  const lines = [
    'Seller: Bench Supplies Ltd',
    `Invoice number: B-${number}`,
    'Due date: 2026-09-30',
    'Item A 2 x 10.00 20.00',
    'Total: 20.00 EUR',
  ];
  for (const [index, text] of lines.entries()) page.drawText(text, { x: 60, y: 760 - index * 24, size: 11, font });
  return pdf.save();
}

/** Stores a one-page invoice of this number. */
export async function uploadPage(api, number) {
  const form = new FormData();
  form.set('file', new Blob([await onePage(number)], { type: 'application/pdf' }), `${number}.pdf`);
  return api('POST', '/v1/documents', form);
}

/** Calls the service with this key: method, path and body, a form or what becomes JSON. Throws what is no 2xx. `more`: headers. */
export const apiOf =
  (url, key, more = {}) =>
  async (method, path, body) => {
    const isForm = body === undefined || body instanceof FormData;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...more, ...(isForm ? {} : { 'content-type': 'application/json' }) },
      body: isForm ? body : JSON.stringify(body),
    });
    if (response.ok) return response.json();
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  };
