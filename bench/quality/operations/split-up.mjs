import { runLoad } from '../../load.mjs';
import { bind, isBindable } from './bundle.mjs';
import { judgeBundle } from './judge-bundle.mjs';
import { kindOf, kindsOf } from './kinds.mjs';
import { post } from './post.mjs';

const BUNDLES = 20;
/** Documents of a bundle. */
const FEWEST = 3;
const MOST = 6;
/** The same bundles on every run. */
const SEED = 20261122;
const AT_ONCE = 2;
/** The share of pages that is asked for. */
const LEAST = 0.95;

/**
 * Bundles made of a set's PDFs and pictures: how many pages are told to be of their document's kind, and how well the
 * documents of kinds with a key are told apart (F1 of the pages where they begin, in their partitions).
 */
export async function splitUp(service, { folder, documents, progress }) {
  const bindable = documents.filter((document) => isBindable(document) && kindOf(document) !== undefined);
  if (bindable.length < MOST) return [row('split: pages by kind', { right: 0, of: 0, notes: [] }, LEAST)];
  const kinds = kindsOf(bindable);
  const judged = new Array(BUNDLES);
  let done = 0;
  const tasks = bundlesOf(bindable).map((bundle, index) => async () => {
    const { bytes, pages } = await bind(folder, bundle);
    const given = { bytes, mediaType: 'application/pdf', filename: `bundle-${index + 1}.pdf` };
    const subdocuments = kinds.map(({ name, description, key }) => ({ name, description, partition_key: key ?? null }));
    const { splits, error } = await post(service, '/v1/documents/split', given, { subdocuments }).catch(refused);
    judged[index] = judgeBundle(index + 1, bundle, pages, splits, kinds);
    if (error !== undefined) judged[index].pages.notes.push(`bundle ${index + 1}: ${error.message}`);
    progress(++done, BUNDLES);
  });
  await runLoad(tasks, AT_ONCE);
  return [
    row('split: pages by kind', sumOf(judged.map(({ pages }) => pages)), LEAST),
    row('split: beginnings of documents (F1)', sumOf(judged.map(({ beginnings }) => beginnings)), null),
  ];
}

/** A bundle without an answer has no pages of any kind. */
const refused = (error) => ({ splits: [], error });

function row(measure, { right, of, notes }, least) {
  return { measure, of, figure: of === 0 ? null : right / of, least, notes };
}

const sumOf = (all) => ({
  right: all.reduce((sum, { right }) => sum + right, 0),
  of: all.reduce((sum, { of }) => sum + of, 0),
  notes: all.flatMap(({ notes }) => notes),
});

/** Documents drawn by chance, none twice in one bundle. */
function bundlesOf(documents) {
  const random = seededRandom(SEED);
  return Array.from({ length: BUNDLES }, () => {
    const left = [...documents];
    const count = FEWEST + Math.floor(random() * (MOST - FEWEST + 1));
    return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]);
  });
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
