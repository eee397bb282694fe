// Writes test/samples/: the demo's documents, what each of them holds, and the schema that asks for it.
// Run: node scripts/make-samples.mjs. The same code gives the same bytes; the results are committed.
import { mkdir, writeFile } from 'node:fs/promises';
import { alpenhof } from './samples/alpenhof.mjs';
import { brightwater } from './samples/brightwater.mjs';
import { nordlicht } from './samples/nordlicht.mjs';
import { invoiceSchema } from './samples/schema.mjs';

const SAMPLES = [brightwater, nordlicht, alpenhof];
const folder = new URL('../test/samples/', import.meta.url);

function assertAddsUp({ filename, values }) {
  const cents = (amount) => Math.round(amount * 100);
  const rows = values.line_items.every((item) => cents(item.quantity * item.unit_price) === cents(item.amount));
  const net = values.line_items.reduce((sum, item) => sum + cents(item.amount), 0);
  if (!rows || net !== cents(values.total_net) || net + cents(values.total_tax) !== cents(values.total_gross)) {
    throw new Error(`${filename}: its amounts do not add up`);
  }
}

const asJson = (value) => `${JSON.stringify(value, null, 2)}\n`;

await mkdir(folder, { recursive: true });
for (const sample of SAMPLES) {
  assertAddsUp(sample);
  await writeFile(new URL(sample.filename, folder), await sample.bytes());
}
const expected = SAMPLES.map(({ filename, mediaType, values }) => ({ filename, media_type: mediaType, values }));
await writeFile(new URL('expected.json', folder), asJson(expected));
await writeFile(new URL('schema.json', folder), asJson(invoiceSchema));
