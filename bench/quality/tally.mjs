// Sums over documents, and the shares that follow from them.
import { reliabilityOf } from './reliability.mjs';

/**
 * The figures of documents that were judged, shares 0-1, null where there is nothing to share:
 *
 * - `document`: mean score of the documents, the headline
 * - `exact`, `fill`: of the single values the document holds, how many were found, and given at all
 * - `cellF1`, `rowF1`: of lists, by cells and by whole rows
 * - `wrong`: of all values given, how many are not what the document holds
 * - `invented`: of the fields the document does not hold, how many were given a value
 * - `reliability`: see reliability.mjs
 * - `msPerPage`: time the service worked on a page
 * - `ceiling`: of scans, the document score that a perfect reader of the recognised text could reach; null for others
 */
export function tally(judged) {
  const fields = judged.flatMap(({ verdict }) => verdict.fields);
  const of = (kind) => fields.filter((field) => field.kind === kind);
  const [singles, lists, absent] = [of('single'), of('list'), of('absent')];
  const invented = count(absent, ({ invented: made }) => made);
  const right = count(singles, (field) => field.right) + sum(lists, (field) => field.right);
  const given = count(singles, (field) => field.filled) + sum(lists, (field) => field.given) + invented;
  const ceilings = judged.flatMap(({ ceiling }) => ceiling ?? []);
  return {
    documents: judged.length,
    unanswered: count(judged, ({ error }) => error !== null),
    document: share(
      sum(judged, ({ verdict }) => verdict.score),
      judged.length,
    ),
    singles: singles.length,
    exact: share(
      count(singles, (field) => field.right),
      singles.length,
    ),
    fill: share(
      count(singles, (field) => field.filled),
      singles.length,
    ),
    lists: lists.length,
    cellF1: share(
      sum(lists, (field) => field.score),
      lists.length,
    ),
    rowF1: share(
      sum(lists, (field) => field.rowF1),
      lists.length,
    ),
    wrong: share(given - right, given),
    absent: absent.length,
    invented: share(invented, absent.length),
    reliability: reliabilityOf(judged.flatMap(({ cells }) => cells)),
    msPerPage: share(
      sum(judged, ({ elapsedMs }) => elapsedMs ?? 0),
      sum(judged, ({ pages }) => pages ?? 0),
    ),
    ceiling:
      ceilings.length === judged.length
        ? share(
            sum(ceilings, (each) => each),
            judged.length,
          )
        : null,
  };
}

/** Means over kinds, so that a kind with many documents does not outweigh the others. */
export function macroOf(kinds) {
  const mean = (name) => {
    const known = Object.values(kinds).flatMap((figures) => figures[name] ?? []);
    return share(
      sum(known, (each) => each),
      known.length,
    );
  };
  const names = ['document', 'exact', 'fill', 'cellF1', 'rowF1', 'wrong', 'invented'];
  return Object.fromEntries(names.map((name) => [name, mean(name)]));
}

/** The documents of each value of `key`, in order of appearance. */
export function groupBy(judged, key) {
  const groups = {};
  for (const each of judged) {
    const name = key(each);
    groups[name] = [...(groups[name] ?? []), each];
  }
  return groups;
}

const share = (part, whole) => (whole === 0 ? null : part / whole);
const sum = (all, value) => all.reduce((total, each) => total + value(each), 0);
const count = (all, holds) => sum(all, (each) => (holds(each) ? 1 : 0));
