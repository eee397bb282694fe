import { judgeList } from './judge-list.mjs';
import { isEmpty } from './normal-form.mjs';
import { isSameValue, kindOfSchema } from './same-value.mjs';

/**
 * Holds what was found in one document against what it is known to hold. Answers `{ score, fields, cells, errors }`:
 *
 * - `score`: mean of its fields' scores, 0-1 (a single value 0 or 1, a list the F1 of its cells)
 * - `fields`: one for each field that the truth speaks of: `{ path, kind: 'single' | 'list' | 'absent', ... }`
 * - `cells`: of each value given, where it stands and whether it is right: `{ path, right }`
 * - `errors`: what a person looks at: `{ field, expected, got }`
 *
 * A property that `expected` does not name is not judged. `test`: `{ schema, expected, accept? }` as in a manifest.
 */
export function judgeDocument(test, found) {
  const fields = judgeObject(test.schema, test.expected, found, { test, path: [] });
  const scores = fields.flatMap((field) => (field.kind === 'absent' ? [] : [field.score]));
  return {
    score: scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    fields,
    cells: fields.flatMap((field) => field.cells),
    errors: fields.flatMap((field) => field.error ?? []),
  };
}

function judgeObject(schema, expected, found, { test, path }) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (expected === null || expected === undefined || !(name in expected)) return [];
    const want = expected[name];
    const got = found !== null && typeof found === 'object' ? found[name] : undefined;
    const place = { test, path: [...path, name] };
    const kind = kindOfSchema(property);
    if (kind === 'object') return judgeObject(property, want ?? {}, got, place);
    if (isEmpty(want)) return [judgeAbsent(got, place.path)];
    return [kind === 'array' ? judgeArray(property, want, got, place.path) : judgeSingle(kind, want, got, place)];
  });
}

/** Of a field that the document does not hold: a value is made up. */
function judgeAbsent(got, path) {
  const invented = !isEmpty(got);
  return {
    kind: 'absent',
    path,
    invented,
    cells: invented ? leaves(got, path).map((each) => ({ path: each, right: false })) : [],
    ...(invented && { error: { field: path.join('.'), expected: null, got } }),
  };
}

function judgeSingle(kind, want, got, { test, path }) {
  const filled = !isEmpty(got);
  const accepted = [want, ...(test.accept?.[path.join('.')] ?? [])];
  const right = accepted.some((value) => isSameValue(kind, value, got));
  return {
    kind: 'single',
    path,
    filled,
    right,
    score: right ? 1 : 0,
    cells: filled ? [{ path, right }] : [],
    ...(!right && { error: { field: path.join('.'), expected: want, got: got ?? null } }),
  };
}

function judgeArray(schema, want, got, path) {
  const { cells, f1, ...counts } = judgeList(schema, want, got);
  const told = `[${counts.rows} rows] f1=${f1.toFixed(2)}`;
  return {
    kind: 'list',
    path,
    ...counts,
    score: f1,
    cells: cells.map((cell) => ({ ...cell, path: [...path, ...cell.path] })),
    ...(f1 < 0.5 && { error: { field: path.join('.'), expected: `[${want.length} rows]`, got: told } }),
  };
}

/** Where the values inside a value stand. */
function leaves(value, path) {
  if (value === null || typeof value !== 'object') return isEmpty(value) ? [] : [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, each]) => leaves(each, [...path, key]));
}
