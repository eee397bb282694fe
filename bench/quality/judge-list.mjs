// Lists against the expected ones: rows find their partners first, then cells are compared.
import { likeness } from './likeness.mjs';
import { isEmpty } from './normal-form.mjs';
import { pairUp } from './pair-up.mjs';
import { isSameValue, kindOfSchema } from './same-value.mjs';

/** More rows than these, or three times the expected ones, are not looked at. */
const MOST_ROWS = 400;
/** Texts this alike are one item of a list of texts. */
const SAME_ITEM = 0.9;
/** Above this many rows, rows that share no value are not paired by the likeness of their texts. */
const FEW_ROWS = 80;

const isObject = (value) => value !== null && typeof value === 'object';

/**
 * What of a list is right: `{ rows, f1, rowF1, right, wanted, given, cells }`. Counts are values; `cells` says of each value
 * given whether it is right: `{ path, right }` with the path from the list on. `wanted` is not empty.
 */
export function judgeList(schema, wanted, found) {
  const given = (Array.isArray(found) ? found : []).slice(0, Math.max(MOST_ROWS, wanted.length * 3));
  const items = schema.items ?? {};
  return kindOfSchema(items) === 'object'
    ? judgeRows(Object.entries(items.properties ?? {}), wanted, given)
    : judgeItems(kindOfSchema(items), wanted, given);
}

function judgeRows(properties, wanted, given) {
  const columns = properties.map(([name, schema]) => ({ name, kind: kindOfSchema(schema) }));
  const isFilled = (row, name) => isObject(row) && !isEmpty(row[name]);
  const filled = (row) => columns.filter(({ name }) => isFilled(row, name)).length;
  const isRight = ({ name, kind }, want, got) =>
    isFilled(want, name) && isObject(got) && isSameValue(kind, want[name], got[name]);
  const hits = (want, got) => columns.filter((column) => isRight(column, want, got)).length;

  const text = (want, got) =>
    columns.find(({ name, kind }) => kind === 'string' && isFilled(want, name) && typeof got?.[name] === 'string');
  function weight(want, got, inPlace) {
    const shared = hits(want, got);
    const told = shared === 0 && wanted.length < FEW_ROWS ? text(want, got) : undefined;
    const hint = told === undefined ? 0 : likeness(want[told.name], got[told.name]) * 0.3;
    return shared + hint + (inPlace ? 1e-4 : 0);
  }

  const pairs = pairUp(given.map((got, i) => wanted.map((want, j) => weight(want, got, i === j))));
  const partner = new Map(pairs.map(([i, j]) => [i, wanted[j]]));
  const right = pairs.reduce((sum, [i, j]) => sum + hits(wanted[j], given[i]), 0);
  const whole = pairs.filter(([i, j]) => {
    const shared = hits(wanted[j], given[i]);
    return shared > 0 && shared === filled(wanted[j]);
  }).length;
  const cells = given.flatMap((got, i) =>
    columns
      .filter(({ name }) => isFilled(got, name) && wanted.some((want) => isObject(want) && name in want))
      .map((column) => ({ path: [i, column.name], right: isRight(column, partner.get(i), got) })),
  );
  const counts = { right, wanted: total(wanted, filled), given: total(given, filled) };
  return {
    ...counts,
    rows: given.length,
    f1: f1(counts),
    rowF1: f1({ right: whole, wanted: wanted.length, given: given.length }),
    cells,
  };
}

function judgeItems(kind, wanted, given) {
  const isRight = (want, got) =>
    isSameValue(kind, want, got) || (kind === 'string' && typeof got === 'string' && likeness(want, got) >= SAME_ITEM);
  const weights = given.map((got) => wanted.map((want) => (isRight(want, got) ? 1 : 0)));
  const met = new Set(pairUp(weights).flatMap(([i, j]) => (weights[i][j] === 1 ? [i] : [])));
  const counts = { right: met.size, wanted: wanted.length, given: given.length };
  const cells = given.map((_, i) => ({ path: [i], right: met.has(i) }));
  return { ...counts, rows: given.length, f1: f1(counts), rowF1: f1(counts), cells };
}

const total = (rows, count) => rows.reduce((sum, row) => sum + count(row), 0);
const f1 = ({ right, wanted, given }) => (wanted + given === 0 ? 1 : (2 * right) / (wanted + given));
