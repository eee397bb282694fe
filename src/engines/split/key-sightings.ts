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

/** The values that stand by labels like `name` ("invoice number") on each page, from top to bottom. */
export function keySightings(document: ParsedDocument, name: string): KeySighting[] {
  const view = viewOf(document);
  const readings = readingsOf(view, name);
  const rows = rowsByPage(view);
  return document.pages.flatMap((page) => {
    const here = readings.filter(({ span, value }) => span.page === page.number && String(value).length <= LONGEST);
    const best = here.reduce((most, { score }) => Math.max(most, score), LEAST);
    const sure = here.filter(({ score }) => score >= best * BESIDE_BEST);
    const sightings = sure.map((reading) => sightingOf(reading, page.height, rows.get(page.number) ?? []));
    return onePerPlace(sightings.sort((a, b) => a.top - b.top));
  });
}

/** The same value twice in a row is one sighting; of two values at one height the surer came first. */
function onePerPlace(sightings: readonly KeySighting[]): KeySighting[] {
  const kept: KeySighting[] = [];
  for (const one of sightings) {
    const last = kept.at(-1);
    if (last === undefined || (one.key !== last.key && one.top - last.top > SAME_PLACE)) kept.push(one);
  }
  return kept;
}

/** Share of a page's height below which two values stand in one place. */
const SAME_PLACE = 0.03;

function readingsOf(view: View, name: string): Reading[] {
  const property = name.trim().replace(/\s+/g, '_');
  const asked = normaliseSchema({ type: 'object', properties: { [property]: { type: 'string', title: name } } });
  if (!asked.ok) return [];
  const readings = labelledReadings(view, questionsOf(asked.schema));
  return readings.filter(({ value }) => squash(String(value)) !== '').sort((a, b) => b.score - a.score);
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
