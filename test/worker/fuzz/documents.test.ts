/** Mutated documents of every format: each is read or refused, soon, and the one after it is read as ever. */
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/parsers/registry';
import { chanceOf } from '../../support/fuzz/chance';
import { mutatedDocument } from '../../support/fuzz/mutated-document';
import { complaintAboutReading } from '../../support/fuzz/read-in-bounds';
import { compiledSamples, plainSamples } from '../../support/fuzz/sample-files';
import { pdfsToBreak } from './pdfs';

const SEED = Number(env.FUZZ_SEED);
const DOCUMENTS = Number(env.FUZZ_DOCUMENTS);

/** After so many mutated ones a healthy one is read. */
const BETWEEN = 50;

test('a mutated document is read or refused, and the next is read as ever', {
  timeout: 60_000 + 2_000 * DOCUMENTS,
}, async () => {
  const pdfs = await pdfsToBreak();
  const groups = [await compiledSamples(pdfs), await plainSamples()] as const;
  const read = async () =>
    (await parseDocument(pdfs[1]?.bytes ?? new Uint8Array(), { filename: '', pages: [1] })).pages;
  const healthy = await read();
  expect(healthy[0]?.lines).not.toEqual([]);
  for (let index = 0; index < DOCUMENTS; index += 1) {
    const chance = chanceOf(SEED + index);
    const file = mutatedDocument(groups[index % 2 === 0 ? 0 : 1], chance);
    const complaint = await complaintAboutReading(file);
    if (complaint !== null)
      expect.fail(`${file.filename.slice(0, 100)}, FUZZ_SEED=${SEED}, document ${index}: ${complaint}`);
    if (index % BETWEEN === 0) expect(await read()).toEqual(healthy);
  }
});
