import { JobError } from '../../src/jobs/errors';
import type { DocumentReader } from '../../src/jobs/ports';
import type { ParsedDocument } from '../../src/parsers/parsed-document';
import type { Network } from './network';
import type { Owner } from './scheduler';

/** Documents of this world are named after what they are: "<parts>-<good or bad>-<number>.txt". */
export const filenameOf = (parts: number, isGood: boolean, number: number): string =>
  `${parts}-${isGood ? 'good' : 'bad'}-${number}.txt`;

/** Whether it can be read. */
export const isGood = (filename: string): boolean => filename.split('-')[1] === 'good';

const PAGES_PER_PART = 2;

/** Reads documents of one part or a few; one that is bad cannot be read, ever. */
export function createReader(owner: Owner, network: Network): DocumentReader {
  const { scheduler, chance } = network;
  const slowly = async (filename: string): Promise<void> => {
    const { readerHangs, readerSlow, readerFails } = network.faults;
    if (chance.happens(readerHangs)) await new Promise(() => undefined);
    const lasts = chance.happens(readerSlow) ? chance.between(1_000, 60_000) : chance.below(30);
    await new Promise<void>((resolve) => scheduler.after(lasts, owner, resolve));
    if (chance.happens(readerFails)) throw new JobError('engine-unavailable', `${filename}: try again`);
  };
  return {
    mediaType: () => 'text/plain',
    refuseUnsupported: () => undefined,
    parserVersion: '1',
    async *parse(_, filename, __, from) {
      const [parts = '1'] = filename.split('-');
      const count = Number(parts);
      for (let part = from; part <= count; part += 1) {
        await slowly(filename);
        if (!isGood(filename)) throw new JobError('document-unreadable', `${filename}: bad`);
        const json = JSON.stringify(partOf(filename, part));
        yield { json, isLast: part === count, pageCount: count * PAGES_PER_PART };
      }
    },
  };
}

function partOf(filename: string, part: number): ParsedDocument {
  const pages = Array.from({ length: PAGES_PER_PART }, (_, index) => ({
    number: (part - 1) * PAGES_PER_PART + index + 1,
    width: 600,
    height: 800,
    lines: [],
    rules: [],
  }));
  return {
    mediaType: 'text/plain',
    pages,
    tables: [],
    fields: [],
    attachments: [],
    properties: { filename },
    markdown: '',
    language: 'en',
  };
}
