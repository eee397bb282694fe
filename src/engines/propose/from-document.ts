import type { Box, ParsedDocument, Table } from '../../parsers/parsed-document';
import type { ProposedField } from '../../schema/proposed-field';
import { FIELD_CONCEPTS } from '../layout/lexicon/catalogue';
import { TOTAL_CONCEPTS } from '../layout/lexicon/totals';
import { overlap } from '../layout/span';
import { showsBoxes } from '../layout/tick-groups';
import { type View, viewOf } from '../layout/view';
import { choiceSightings } from './choice-fields';
import { declaredSightings } from './declared-fields';
import { nameSightings } from './field-name';
import { knownSightings } from './known-fields';
import { knownLabel } from './known-label';
import { joinLikeTables } from './like-tables';
import { type PrintedPair, printedPairs } from './printed-pairs';
import type { Sighting } from './sighting';
import { isDataTree, tableSighting } from './table-fields';
import { pairsOfTable } from './table-pairs';
import { shapeOfTexts } from './value-shape';

/** Pages looked at. */
const FIRST_PAGES = 18;
const LAST_PAGES = 2;
/** Lines of a page looked at: a page of paper has fewer, a sheet has one for each of its cells. */
const MOST_LINES = 1_000;
/** Tables looked at. */
const MOST_TABLES = 200;
/** Rows of a table looked at. */
const MOST_ROWS = 200;
/** Whatever prints overlap by more than this share are the same. */
const SAME_PRINT = 0.5;
/** Points within which print stands on one line. */
const LINE = 6;

const TOTALS: ReadonlySet<string> = new Set(TOTAL_CONCEPTS.map((concept) => concept.id));

/** What one document could be asked for, in reading order: what its format declares, what is known by its look, labels with values, tables. */
export function fieldsOfDocument(whole: ParsedDocument): readonly ProposedField[] {
  const document = shortened(whole);
  const view = viewOf(document);
  const declared = declaredSightings(view);
  const pairs = document.tables.map((table) => (isDataTree(document) ? [] : pairsOfTable(table, view.locale)));
  const tables = document.tables.flatMap((table, order) => {
    const isForm = pairs[order]?.length !== 0 || isDeclaredRecord(table, view);
    const seen = isForm ? null : tableSighting(table, view);
    return seen === null ? [] : [seen];
  });
  const printed = printedSightings(view, tables, pairs.flat());
  return nameSightings([...declared, ...printed, ...joinLikeTables(tables)].sort(inReadingOrder), view.locale);
}

function printedSightings(view: View, tables: readonly Sighting[], formPairs: readonly PrintedPair[]): Sighting[] {
  const { fields, attachments } = view.document;
  const isPrint = isPrinted(view.document);
  const known: Sighting[] = [];
  for (const one of isPrint ? knownSightings(view) : []) {
    const isRow = !TOTALS.has(one.concept?.id ?? '') && tables.some((table) => isInside(one, table));
    if (!isRow && !isTaken(one, fields) && (one.concept?.kind === 'currency' || !isTaken(one, known))) known.push(one);
  }
  const choices = isPrint ? choiceSightings(view).filter((one) => !isTaken(one, fields)) : [];
  const pairs = [...formPairs, ...(isPrint ? printedPairs(view) : [])].filter(
    (pair) =>
      !(showsBoxes(pair.value) && choices.some(({ label }) => label === pair.label)) &&
      !isTaken(pair, [...fields, ...known.filter(({ concept }) => concept?.kind !== 'currency')]) &&
      !tables.some((table) => isInside(pair, table)) &&
      !attachments.some(({ filename }) => pair.value.includes(filename)),
  );
  return [...known, ...choices, ...pairs.map((pair) => sightingOfPair(pair, view))];
}

function sightingOfPair({ label, value, page, box }: PrintedPair, view: View): Sighting {
  const shape = shapeOfTexts([value], label, view.locale);
  const concept = knownLabel(label, shape, FIELD_CONCEPTS);
  return { label, callings: [label], concept, shape, texts: [value], page, box };
}

/** Of data files the declared names and tables say it all; their print is ours. */
const isPrinted = ({ mediaType }: ParsedDocument): boolean =>
  !/\/(?:json|xml|csv|tab-separated-values)$/.test(mediaType);

/** One record with headings whose parser declared every cell as a field. */
function isDeclaredRecord(table: Table, { document }: View): boolean {
  if (table.rows.length - table.headerRows !== 1 || isDataTree(document)) return false;
  const places = new Set(document.fields.map((field) => field.locator));
  const values = table.rows.slice(table.headerRows).flat();
  return values.every(({ text, locator }) => text === '' || (locator !== null && places.has(locator)));
}

/** A long document is not read to its end twice: its first pages show what it has, its last ones the sums. */
function shortened(document: ParsedDocument): ParsedDocument {
  const end = document.pages.at(-1)?.number ?? 0;
  const isShown = (page: number): boolean => page <= FIRST_PAGES || page > end - LAST_PAGES;
  return {
    ...document,
    pages: document.pages
      .filter(({ number }) => isShown(number))
      .map((page) => ({ ...page, lines: page.lines.slice(0, MOST_LINES) })),
    tables: document.tables
      .filter(({ page }) => isShown(page))
      .slice(0, MOST_TABLES)
      .map((table) => ({ ...table, rows: table.rows.slice(0, MOST_ROWS) })),
    fields: document.fields.filter(({ page }) => isShown(page)),
  };
}

interface Place {
  readonly page: number;
  readonly box: Box;
}

const isTaken = (one: Place, others: readonly Place[]): boolean =>
  others.some((other) => other.page === one.page && overlap(other.box, one.box) > SAME_PRINT);

const isInside = (one: Place, table: Place): boolean =>
  one.page === table.page && overlap(table.box, one.box) > SAME_PRINT;

const inReadingOrder = (a: Place, b: Place): number =>
  a.page - b.page || Math.round(a.box.y / LINE) - Math.round(b.box.y / LINE) || a.box.x - b.box.x;
