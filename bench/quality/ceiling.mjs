// What a perfect reader of a scan's recognised text could get: expected values that the text holds at all.
import { bareLetters, folded, isEmpty, numberOf } from './normal-form.mjs';
import { kindOfSchema } from './same-value.mjs';

const MONTH_WORDS = [
  'jan',
  'fe[bv]',
  'm[aä]?[aä]?r',
  'a[pv]r',
  'ma[iy]',
  'jui?n',
  'jui?l',
  'a[uo]',
  'sep',
  'o[ck]t',
  'nov',
  'de[cz]',
];

/** The document score that is reachable from `text`, 0-1: as `judgeDocument` would give for what the text holds. */
export function ceilingOf(test, text) {
  const page = { folded: folded(text), bare: bareLetters(text), numbers: numbersIn(text) };
  const scores = fieldScores(test.schema, test.expected, { test, page, path: [] });
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function fieldScores(schema, expected, { test, page, path }) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const want = expected?.[name];
    const kind = kindOfSchema(property);
    const own = [...path, name];
    if (kind === 'object') return want ? fieldScores(property, want, { test, page, path: own }) : [];
    if (isEmpty(want)) return [];
    if (kind === 'array') return [listScore(property.items ?? {}, want, page)];
    const accepted = [want, ...(test.accept?.[own.join('.')] ?? [])];
    return [accepted.some((value) => holds(page, property, value)) ? 1 : 0];
  });
}

/** F1 of a list that has every cell the text holds and none besides. */
function listScore(items, wanted, page) {
  const cells = wanted.flatMap((item) =>
    kindOfSchema(items) === 'object'
      ? Object.entries(items.properties ?? {}).flatMap(([name, schema]) =>
          isEmpty(item?.[name]) ? [] : [[schema, item[name]]],
        )
      : [[items, item]],
  );
  const held = cells.filter(([schema, value]) => holds(page, schema, value)).length;
  return cells.length === 0 ? 1 : (2 * held) / (cells.length + held);
}

function holds(page, schema, value) {
  // A choice and a yes or no are told by words of the document's own.
  if (schema.enum !== undefined || typeof value === 'boolean') return true;
  const kind = kindOfSchema(schema);
  if (kind === 'number' || kind === 'integer') return page.numbers.has(keyOf(Math.abs(numberOf(value) ?? Number.NaN)));
  if (kind === 'date') return dayShapes(String(value)).some((shape) => shape.test(page.folded));
  return page.bare.includes(bareLetters(value));
}

function numbersIn(text) {
  const runs = text.match(/\d[\d.,' \u00a0\u202f]*/g) ?? [];
  const numbers = runs
    .flatMap((run) => [run, ...run.split(/\s+/)])
    .map((run) => numberOf(run.replace(/[.,']\s*$/, '')));
  return new Set(numbers.map((number) => keyOf(number ?? Number.NaN)));
}

const keyOf = (number) => number.toFixed(2);

/** The ways in which people print a day: numbers in three orders, the month in words before or after the day. */
function dayShapes(iso) {
  const [year, month, day] = iso.slice(0, 10).split('-');
  const [y, m, d] = [`(?:${year}|${year.slice(2)})`, `0?${Number(month)}`, `0?${Number(day)}`];
  const gap = '\\s*[-./, ]\\s*';
  const word = `(?:${MONTH_WORDS[Number(month) - 1]})[\\p{L}]*`;
  return [
    [d, m, y],
    [m, d, y],
    [y, m, d],
    [`${d}(?:\\w\\w)?\\.?`, `(?:de |of )?${word}`, `(?:de |of )?${y}`],
    [word, `${d}(?:\\w\\w)?`, y],
  ].map((parts) => new RegExp(`(?<!\\d)${parts.join(`(?:${gap})`)}(?!\\d)`, 'u'));
}
