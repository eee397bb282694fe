import { readFile } from 'node:fs/promises';
import { initSync, LiteParse } from '@llamaindex/liteparse-wasm';
import { concatTransformationMatrix, PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { watchHeap } from './heap.mjs';
import { benchKey } from './one-page-jobs.mjs';

const A4 = [595.28, 841.89];
const DPI = 300;
const TEN = 10;
const LINES = 45;
const WORDS_PER_LINE = 9;
/** Degrees that the sheet lies off level, and stripes of which each is a little darker than the one to its left. */
const SKEW = 1;
const STRIPES = 40;
const DARKEST = 0.78;

const WORDS =
  'annex between carrier delivery each from goods handed invoice journey known ledger market number order paid quantity ' +
  'received sender total under value warehouse yearly agreed before contract during exchange further';

/**
 * Has scans of one printed page read by the running service, as one file or another: how long a page takes, how many of the
 * words drawn are found, and how much memory (MB) each of its two isolates takes meanwhile and right after.
 */
export async function measureScans({ url, inspectorUrl }, ocrName) {
  const lines = Array.from({ length: LINES }, (_, line) => lineOf(line));
  const drawn = lines.flat();
  const rows = [];
  await read(url, 'short.txt', new TextEncoder().encode('So that the service is warm.'));
  for (const { title, filename, pages, make } of await kindsOf(await scanOf(lines))) {
    const bytes = await make();
    const heaps = [await watchHeap(inspectorUrl), await watchHeap(inspectorUrl, ocrName)];
    const begun = performance.now();
    const text = await read(url, filename, bytes);
    const seconds = (performance.now() - begun) / 1000 / pages;
    const [main, ocr] = await Promise.all(heaps.map((heap) => heap.stop()));
    const words = Array(pages).fill(drawn).flat();
    rows.push({ title, pages, seconds, foundShare: foundIn(text, words) / words.length, main, ocr });
  }
  return rows;
}

/** The files that the scan, a PNG at 300 dpi, is made into. Colour is 24 bits to a pixel. */
async function kindsOf(png) {
  const picture = () => sharp(png).flatten();
  const finer = () => picture().resize({ width: Math.round((A4[0] * 600) / 72) });
  const jpeg = await picture().jpeg().toBuffer();
  const kind = (title, filename, make, pages = 1) => ({ title, filename, make, pages });
  return [
    kind('JPEG, colour', 'scan.jpg', () => jpeg),
    kind('JPEG, colour, progressive', 'progressive.jpg', () => picture().jpeg({ progressive: true }).toBuffer()),
    kind('JPEG, colour, 600 dpi', 'fine.jpg', () => finer().jpeg().toBuffer()),
    kind('PNG, colour', 'scan.png', () => png),
    kind('TIFF, colour, LZW', 'scan.tif', () => picture().tiff({ compression: 'lzw' }).toBuffer()),
    kind('TIFF, 1 bit, group 4, 600 dpi', 'fax.tif', () => {
      const bilevel = finer().greyscale().threshold(140).toColourspace('b-w');
      return bilevel.tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer();
    }),
    kind('WebP, colour', 'scan.webp', () => picture().webp().toBuffer()),
    kind('PDF of a PNG, colour', 'png.pdf', () => pdfOf('embedPng', png)),
    kind('PDF of JPEGs, colour', 'jpeg.pdf', () => pdfOf('embedJpg', jpeg, TEN), TEN),
  ];
}

/** Every line is another: a number and words. */
function lineOf(line) {
  const words = WORDS.split(' ');
  const chosen = Array.from(
    { length: WORDS_PER_LINE - 1 },
    (_, at) => words[(line * 7 + at * (1 + (line % 5))) % words.length],
  );
  return [String(1_000 + line * 37), ...chosen];
}

/** A page as a scanner sees it, in colour (which takes more memory than gray): a bit off level, lit from one side. */
async function scanOf(lines) {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = pdf.addPage(A4);
  const [width, height] = A4;
  for (let stripe = 0; stripe < STRIPES; stripe++) {
    const bright = 1 - ((1 - DARKEST) * stripe) / STRIPES;
    const x = (stripe * width) / STRIPES;
    sheet.drawRectangle({ x, y: 0, width: width - x, height, color: rgb(bright, bright, bright) });
  }
  const angle = (SKEW * Math.PI) / 180;
  sheet.pushOperators(
    concatTransformationMatrix(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0),
  );
  for (const [at, words] of lines.entries())
    sheet.drawText(words.join(' '), { x: 60, y: 770 - at * 16, size: 10, font });
  initSync({
    module: await readFile(new URL(import.meta.resolve('@llamaindex/liteparse-wasm/liteparse_wasm_bg.wasm'))),
  });
  const reader = new LiteParse({ ocrEnabled: false, quiet: true, dpi: DPI, extractScreenshots: true });
  const { screenshots } = await reader.parse(await pdf.save());
  return Uint8Array.from(screenshots[0].imageBytes);
}

async function pdfOf(embed, picture, pages = 1) {
  const pdf = await PDFDocument.create();
  const [width, height] = A4;
  for (let page = 0; page < pages; page++)
    pdf.addPage(A4).drawImage(await pdf[embed](picture), { x: 0, y: 0, width, height });
  return pdf.save();
}

/** The text of a document, uploaded and read. */
async function read(url, filename, bytes) {
  const form = new FormData();
  form.set('file', new Blob([bytes]), filename);
  const { id } = await call(url, 'POST', '/v1/documents', form);
  return (await call(url, 'GET', `/v1/documents/${id}/markdown`)).markdown;
}

async function call(url, method, path, body) {
  const headers = { authorization: `Bearer ${benchKey}` };
  const response = await fetch(`${url}${path}`, { method, headers, body });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** How many of the words stand in the text, each as often as it was drawn. */
function foundIn(text, drawn) {
  const left = new Map();
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) left.set(word, (left.get(word) ?? 0) + 1);
  return drawn.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}
