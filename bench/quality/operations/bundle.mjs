import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';

/** Points that the width of a picture is set in. */
const PAGE_WIDTH = 595;

const PICTURES = {
  'image/jpeg': (pdf, bytes) => pdf.embedJpg(bytes),
  'image/png': (pdf, bytes) => pdf.embedPng(bytes),
};

/** Whether a document can be bound with others. */
export const isBindable = ({ mime }) => mime === 'application/pdf' || mime in PICTURES;

/** One PDF of several documents, page after page, in memory: `{ bytes, pages }`, and how many pages each has. */
export async function bind(folder, documents) {
  const bound = await PDFDocument.create();
  const pages = [];
  for (const { file, mime } of documents) {
    const bytes = await readFile(join(folder, file));
    pages.push(await (mime in PICTURES ? addPicture(bound, bytes, mime) : addPages(bound, bytes)));
  }
  return { bytes: await bound.save(), pages };
}

async function addPages(bound, bytes) {
  const source = await PDFDocument.load(bytes, { ignoreEncryption: true });
  const copies = await bound.copyPages(source, source.getPageIndices());
  for (const page of copies) bound.addPage(page);
  return copies.length;
}

async function addPicture(bound, bytes, mime) {
  const picture = await PICTURES[mime](bound, bytes);
  const height = (PAGE_WIDTH * picture.height) / picture.width;
  bound.addPage([PAGE_WIDTH, height]).drawImage(picture, { x: 0, y: 0, width: PAGE_WIDTH, height });
  return 1;
}
