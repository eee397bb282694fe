import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/root.mjs';
import { alpenhof } from '../../../scripts/samples/alpenhof.mjs';
import { brightwater } from '../../../scripts/samples/brightwater.mjs';
import { nordlicht } from '../../../scripts/samples/nordlicht.mjs';
import { invoiceSchema } from '../../../scripts/samples/schema.mjs';

const SAMPLES = [brightwater, nordlicht, alpenhof];
const committed = (name: string): Promise<Buffer> => readFile(join(root, 'test', 'samples', name));
const json = async (name: string): Promise<unknown> => JSON.parse(String(await committed(name)));

describe('The committed samples', () => {
  it.each([brightwater, nordlicht])('$filename is what its script writes, byte for byte', async (sample) => {
    expect(Buffer.from(await sample.bytes()).equals(await committed(sample.filename))).toBe(true);
  });

  // The machine's own zlib packs it: the bytes may differ between platforms.
  it('alpenhof-invoice.xlsx has the cells its script writes', async () => {
    const written = await readXlsx(await alpenhof.bytes());
    expect((await readXlsx(await committed(alpenhof.filename))).sheets).toEqual(written.sheets);
  });

  it('say what each of them holds, and the schema that asks for it', async () => {
    const expected = SAMPLES.map(({ filename, mediaType, values }) => ({ filename, media_type: mediaType, values }));
    expect(await json('expected.json')).toEqual(expected);
    expect(await json('schema.json')).toEqual(invoiceSchema);
  });

  it('hold a value for every field of the schema', () => {
    for (const { values } of SAMPLES) expect(Object.keys(values)).toEqual(invoiceSchema.required);
  });
});
