import { kindOf } from './kinds.mjs';

/**
 * What a split of a bundle is worth. `bundle`: its documents in order, `pages`: how many each has, `splits`: as the API answers,
 * `kinds`: those asked for. Answers `{ pages, beginnings }`, each `{ right, of, notes }` with a note for all that is not right.
 */
export function judgeBundle(number, bundle, pages, splits, kinds) {
  const wanted = bundle.flatMap((document, index) =>
    Array.from({ length: pages[index] }, (_, page) => ({ document, kind: kindOf(document), begins: page === 0 })),
  );
  const said = new Map(splits.flatMap(({ name, pages: own }) => own.map((page) => [page, name])));
  const place = (index) => `bundle ${number} page ${index + 1} (${wanted[index].document.id})`;
  const wrong = wanted.flatMap(({ kind }, index) =>
    said.get(index + 1) === kind ? [] : [`${place(index)} is ${kind}, taken for ${said.get(index + 1) ?? 'none'}`],
  );
  return {
    pages: { right: wanted.length - wrong.length, of: wanted.length, notes: wrong },
    beginnings: judgeBeginnings(wanted, splits, kinds, place),
  };
}

/** Twice the beginnings found over all that are wanted and all that are given: sums of it are the F1 of the whole. */
function judgeBeginnings(wanted, splits, kinds, place) {
  const keyed = new Set(kinds.filter(({ key }) => key !== undefined).map(({ name }) => name));
  const begins = new Set(
    wanted.flatMap(({ kind, begins: first }, index) => (first && keyed.has(kind) ? [index + 1] : [])),
  );
  const given = new Set(splits.flatMap(({ partitions }) => partitions.map(({ pages }) => pages[0])));
  const found = [...given].filter((page) => begins.has(page)).length;
  return {
    right: 2 * found,
    of: begins.size + given.size,
    notes: [
      ...[...begins].filter((page) => !given.has(page)).map((page) => `${place(page - 1)}: its beginning is not seen`),
      ...[...given].filter((page) => !begins.has(page)).map((page) => `${place(page - 1)}: nothing begins here`),
    ],
  };
}
