import { createHash } from 'node:crypto';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** The API key that the measured Worker knows. */
export const benchKey = 'tlnc_live_bench';
const SCHEMA = { invoice_number: 'string', due_date: 'date', total_gross: 'number', seller_name: 'string' };

/** What the measured Worker must be started with. */
export const benchVars = {
  BOOTSTRAP_KEY_SHA256: createHash('sha256').update(benchKey).digest('hex'),
  BOOT_ID: 'bench',
  RATE_LIMIT_PER_MINUTE: '10000000',
};

/**
 * Uploads `count` one-page invoices, each different, and answers as many tasks: create a job over one of them and wait
 * until it is complete. The upload is not part of the task.
 */
export async function prepareJobs(url, count, round) {
  const schema = await call(url, 'POST', '/v1/schemas', { name: `bench ${round}`, definition: SCHEMA });
  const tasks = [];
  for (let index = 0; index < count; index++) {
    const name = `${round}-${index}`;
    const document = await upload(url, `${name}.pdf`, await onePage(name));
    tasks.push(() => runJob(url, { name, schema_id: schema.id, document_ids: [document.id] }));
  }
  return tasks;
}

async function runJob(url, request) {
  let job = await call(url, 'POST', '/v1/jobs', request);
  while (job.status !== 'complete') {
    if (job.status === 'failed') throw new Error(`job ${job.id} failed: ${job.error?.message}`);
    job = await call(url, 'GET', `/v1/jobs/${job.id}?wait=30`);
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

async function upload(url, filename, bytes) {
  const form = new FormData();
  form.set('file', new Blob([bytes], { type: 'application/pdf' }), filename);
  return answer(await fetch(`${url}/v1/documents`, { method: 'POST', headers: authorization, body: form }));
}

async function call(url, method, path, body) {
  const headers = body ? { ...authorization, 'content-type': 'application/json' } : authorization;
  return answer(await fetch(`${url}${path}`, { method, headers, body: body && JSON.stringify(body) }));
}

async function answer(response) {
  if (response.ok) return response.json();
  throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
}

const authorization = { authorization: `Bearer ${benchKey}` };
