import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { root } from '../scripts/root.mjs';
import { takeTurns } from './load.mjs';

/** What is measured: pages of the documents that the layout is tested with, as often as makes the length. */
const SAMPLES = [
  { title: 'invoice', of: ['invoice'], pages: 1 },
  { title: 'prose in two columns', of: ['two-columns'], pages: 60 },
  { title: 'statement, a table over pages', of: ['statement'], pages: 60 },
  { title: 'drawn tables', of: ['ruled-table'], pages: 60 },
  { title: 'forms and lists', of: ['form', 'contents'], pages: 60 },
  { title: 'a page of each kind', of: ['two-columns', 'statement', 'ruled-table', 'form', 'invoice'], pages: 90 },
];
/** Pages read by one task at least, so that what a request costs does not count. */
const PAGES_OF_A_TASK = 60;

/** Pages a second of the PDF library alone and of the parser made of it, on the same files in turns. */
export async function measureLayout(url) {
  const rows = [];
  for (const { title, of, pages } of SAMPLES) {
    const bytes = await fileOf(of, pages);
    const times = Math.ceil(PAGES_OF_A_TASK / pages);
    const task = (path) => async () => {
      for (let time = 0; time < times; time++) {
        const response = await fetch(`${url}${path}`, { method: 'POST', body: bytes });
        if (!response.ok) throw new Error(`reading ${title} was answered ${response.status}`);
        const answer = await response.json();
        if (answer.pages !== pages) throw new Error(`${title}: ${answer.pages} of ${pages} pages were read`);
      }
    };
    const result = await takeTurns(1, { library: () => [task('/library')], quarry: () => [task('/quarry')] });
    const rate = (name) => result[name].perSecond * pages * times;
    rows.push({ title, pages, library: rate('library'), quarry: rate('quarry') });
  }
  return rows;
}

async function fileOf(names, pages) {
  const folder = join(root, 'test', 'documents', 'layout');
  const sources = await Promise.all(
    names.map(async (name) => PDFDocument.load(await readFile(join(folder, `${name}.pdf`)))),
  );
  const file = await PDFDocument.create();
  while (file.getPageCount() < pages) {
    for (const source of sources) {
      for (const page of await file.copyPages(source, source.getPageIndices())) {
        if (file.getPageCount() < pages) file.addPage(page);
      }
    }
  }
  return file.save();
}
