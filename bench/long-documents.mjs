import { PDFDocument, StandardFonts } from 'pdf-lib';
import { watchHeap } from './heap.mjs';
import { benchKey } from './one-page-jobs.mjs';

/** Pages of the generated PDF, and bytes of the generated text. */
export const LONG_PAGES = 1_000;
const TEXT_BYTES = 5_000_000;
const LINES_PER_PAGE = 45;
/** Lines of a page that text is set on. */
const TYPESET_LINES = 60;
const PROBE_MS = 20;
const POLL_MS = 200;

const SCHEMA = {
  invoice_number: 'string',
  total_gross: 'number',
  items: [{ description: 'string', quantity: 'number', amount: 'number' }],
};

/**
 * Has long documents extracted by the running service, each twice: once to see how long it takes and how long `/healthz` has
 * to wait at most meanwhile (ms), once to see how much memory the Worker's isolate takes at most (MB).
 */
export async function measureLongDocuments({ url, inspectorUrl }) {
  const textPages = Math.ceil(longText('').split('\n').length / TYPESET_LINES);
  await extract(url, 'short.txt', 'Invoice number: WARM-1', 'WARM-1');
  const rows = [];
  for (const [title, filename, pages, make] of [
    [`PDF of ${LONG_PAGES} pages of text`, 'long.pdf', LONG_PAGES, longPdf],
    [`text of ${TEXT_BYTES / 1e6} MB`, 'long.txt', textPages, longText],
  ]) {
    const [first, second] = [await make('LONG-1'), await make('LONG-2')];
    const health = watchHealth(url);
    const seconds = await extract(url, filename, first, 'LONG-1');
    const longestWaitMs = health.stop();
    const heap = await watchHeap(inspectorUrl);
    await extract(url, filename, second, 'LONG-2');
    rows.push({ title, pages, perSecond: pages / seconds, longestWaitMs, memory: await heap.stop() });
  }
  return rows;
}

async function longPdf(number) {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= LONG_PAGES; page++) {
    const sheet = pdf.addPage([595, 842]);
    for (let line = 0; line < LINES_PER_PAGE; line++)
      sheet.drawText(lineOf(number, page, line), { x: 50, y: 800 - line * 16, size: 10, font });
  }
  return pdf.save();
}

function longText(number) {
  const lines = [];
  let bytes = 0;
  for (let line = 0; bytes < TEXT_BYTES; line++) {
    lines.push(lineOf(number, 1 + Math.floor(line / LINES_PER_PAGE), line % LINES_PER_PAGE));
    bytes += lines.at(-1).length + 1;
  }
  return lines.join('\n');
}

const lineOf = (number, page, line) =>
  page === 1 && line === 0
    ? `Invoice number: ${number}`
    : `Page ${page}, line ${line}: the goods named in annex ${line} are delivered within ${(page % 30) + 1} days of the order`;

/** Seconds from the making of the job to its end, as seen by polling. */
async function extract(url, filename, bytes, number) {
  const form = new FormData();
  form.set('file', new Blob([bytes]), filename);
  const document = await call(url, 'POST', '/v1/documents', form);
  const schema = await call(url, 'POST', '/v1/schemas', JSON.stringify({ name: filename, definition: SCHEMA }));
  const begun = performance.now();
  const request = { name: filename, schema_id: schema.id, document_ids: [document.id] };
  let job = await call(url, 'POST', '/v1/jobs', JSON.stringify(request));
  while (job.status !== 'complete') {
    if (job.status === 'failed') throw new Error(`${filename}: ${job.error?.message}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    job = await call(url, 'GET', `/v1/jobs/${job.id}`);
  }
  const seconds = (performance.now() - begun) / 1000;
  const { data } = await call(url, 'GET', `/v1/jobs/${job.id}/results`);
  if (data[0].values.invoice_number !== number) throw new Error(`${filename}: read ${JSON.stringify(data[0].values)}`);
  return seconds;
}

async function call(url, method, path, body) {
  // A connection that waits while the isolate is busy may be closed in the moment it is used again.
  const headers = { authorization: `Bearer ${benchKey}`, connection: 'close' };
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  const response = await fetch(`${url}${path}`, { method, headers, body });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

function watchHealth(url) {
  let longest = 0;
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const asked = performance.now();
      await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then((response) => response.arrayBuffer());
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
  };
  const watching = watch();
  watching.catch(() => {});
  return {
    stop() {
      isOver = true;
      return longest;
    },
  };
}
