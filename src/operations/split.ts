import { withContext } from '../engines/classify/with-context';
import type { Segment } from '../engines/split/segments';
import { type FoundPart, splitter } from '../engines/split/split';
import type { Split } from '../jobs/product';
import { otherWorkFirst } from '../parsers/parsed-part';
import { making, READ } from './operation-step';

/** The pages of a bundle by the kind of document they are of. */
export const split = {
  resolve: READ,
  execute: making('split', ['instructions', 'readings'], async ({ subdocuments }, { parts, options }) => {
    const bundle = splitter(withContext(subdocuments, options.instructions));
    for await (const part of parts()) bundle.look(part);
    const readings: (readonly Segment[])[] = [];
    while (readings.length < options.readings) {
      readings.push(bundle.read(readings.length));
      await otherWorkFirst();
    }
    const splits = bundle.parts(readings).map((found, index) => toSplit(subdocuments[index]?.name ?? '', found));
    return { product: { operation: 'split', splits }, file: null };
  }),
} as const;

const toSplit = (name: string, { votes, ...found }: FoundPart): Split => ({
  name,
  ...found,
  votes: votes.map((pages) => ({ pages })),
});
