import type { ParsedDocument } from '../../parsers/parsed-document';
import { normaliseSchema } from '../../schema/normalise';
import { labelledReadings } from '../layout/evidence/labelled';
import { questionsOf } from '../layout/question';
import type { Reading } from '../layout/reading';
import { type Row, type View, viewOf } from '../layout/view';
import { squash } from '../values/fold';
import { rowsByPage } from './page-marks';

/** Where a page names the document it is of. */
export interface KeySighting {
  readonly page: number;
  /** As printed. */
  readonly value: string;
  /** For comparing: letters and digits only. */
  readonly key: string;
  /** Where the block begins that it stands in, and how far down it stands itself, as shares of the page's height. */
  readonly blockTop: number;
  readonly top: number;
  /** Rows of text above that block. */
  readonly rowsAbove: number;
  /** 0-1: how surely it is what was asked for. */
  readonly score: number;
}

/** What a label must be worth, and its value beside the best one of the page. */
const LEAST = 0.5;
const BESIDE_BEST = 0.8;
/** Longest value that names a document, in characters. */
const LONGEST = 80;

/** Share of a page's height below which two values stand in one place. */
const SAME_PLACE = 0.03;

/** For each of these names ("invoice number") the values that stand by labels like it on each page, from top to bottom. */
export function keySightings(
  document: ParsedDocument,
  names: readonly string[],
): ReadonlyMap<string, readonly KeySighting[]> {
  if (names.length === 0) return new Map();
  const view = viewOf(document);
  const rows = rowsByPage(view);
  const readings = readingsOf(view, names);
  return new Map(
    [...readings].map(([name, all]) => [
      name,
      document.pages.flatMap((page) =>
        onPage(
          all.filter(({ span }) => span.page === page.number),
          page.height,
          rows.get(page.number) ?? [],
        ),
      ),
    ]),
  );
}

/** The surest values, one in each place; the same twice in a row is one. */
function onPage(readings: readonly Reading[], height: number, rows: readonly Row[]): KeySighting[] {
  const best = readings.reduce((most, { score }) => Math.max(most, score), LEAST);
  const kept: KeySighting[] = [];
  for (const reading of readings.filter(({ score }) => score >= best * BESIDE_BEST)) {
    const one = sightingOf(reading, height, rows);
    if (!kept.some(({ top }) => Math.abs(top - one.top) < SAME_PLACE)) kept.push(one);
  }
  const down = kept.sort((a, b) => a.top - b.top);
  return down.filter(({ key }, index) => key !== down[index - 1]?.key);
}

/** The surest first. */
function readingsOf(view: View, names: readonly string[]): ReadonlyMap<string, readonly Reading[]> {
  const asked = normaliseSchema({ type: 'object', properties: propertiesFor(names) });
  if (!asked.ok) return new Map();
  const found = new Map<string, Reading[]>();
  for (const reading of labelledReadings(view, questionsOf(asked.schema))) {
    const name = reading.question.node.description;
    const value = String(reading.value);
    if (squash(value) === '' || value.length > LONGEST) continue;
    const held = found.get(name);
    if (held === undefined) found.set(name, [reading]);
    else held.push(reading);
  }
  for (const readings of found.values()) readings.sort((a, b) => b.score - a.score);
  return found;
}

/** Characters of a property's name. */
const LONGEST_NAME = 80;

/** A property for each name, under a name that no other has. */
function propertiesFor(names: readonly string[]) {
  const properties = new Map(
    names.map((name, index) => {
      const words = name.trim().replace(/\s+/g, '_').slice(0, LONGEST_NAME);
      return [words === '' ? `key_${index}` : words, { type: 'string', description: name }];
    }),
  );
  return Object.fromEntries(properties);
}

/** Times its height that a gap above a row must have to begin a block. */
const GAP = 1.1;

function sightingOf({ value, span, score }: Reading, height: number, rows: readonly Row[]): KeySighting {
  const at = rows.findLastIndex((row) => row.top <= span.box.y + span.box.height / 2);
  let first = Math.max(0, at);
  while (first > 0 && isJoined(rows[first - 1], rows[first])) first -= 1;
  return {
    page: span.page,
    value: String(value),
    key: squash(String(value)),
    top: span.box.y / height,
    blockTop: (rows[first]?.top ?? 0) / height,
    rowsAbove: first,
    score,
  };
}

const isJoined = (above: Row | undefined, row: Row | undefined): boolean =>
  above !== undefined && row !== undefined && row.top - above.bottom < GAP * (row.bottom - row.top);
