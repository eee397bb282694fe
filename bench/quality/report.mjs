import { textTable } from '../../scripts/demo/text-table.mjs';

const percent = (share) => (share === null || share === undefined ? '-' : (100 * share).toFixed(1));
const right = (title) => ({ title, right: true });

/** Every column of the table of kinds: its heading, and what it says of a kind's figures (see tally.mjs). */
const COLUMNS = [
  ['docs', ({ documents }) => String(documents)],
  ['doc%', ({ document }) => percent(document)],
  ['fields', ({ singles }) => String(singles)],
  ['exact%', ({ exact }) => percent(exact)],
  ['fill%', ({ fill }) => percent(fill)],
  ['lists', ({ lists }) => String(lists)],
  ['cellF1', ({ cellF1 }) => percent(cellF1)],
  ['rowF1', ({ rowF1 }) => percent(rowF1)],
  ['wrong%', ({ wrong }) => percent(wrong)],
  ['absent', ({ absent }) => String(absent)],
  ['hallu%', ({ invented }) => percent(invented)],
  ['ECE', ({ reliability }) => percent(reliability.ece)],
  ['>=0.9', ({ reliability }) => String(reliability.sure.cells)],
  ['right%', ({ reliability }) => percent(reliability.sure.right)],
  ['ms/page', ({ msPerPage }) => (msPerPage === null ? '-' : msPerPage.toFixed(0))],
  ['ceiling', ({ ceiling }) => percent(ceiling)],
  ['of it%', ({ document, ceiling }) => (ceiling ? percent(document / ceiling) : '-')],
  ['', ({ unanswered }) => (unanswered === 0 ? '' : `${unanswered} without an answer`)],
];

/** The lines a person reads: kinds, the means over them, languages, and what confidence was worth. */
export function reportLines({ kinds, languages, macro, all }) {
  const columns = COLUMNS.map(([title]) => (title === '' ? { title } : right(title)));
  const row = (name, figures) => [name, ...COLUMNS.map(([, told]) => told(figures))];
  const rows = Object.entries(kinds).map(([kind, figures]) => row(kind, figures));
  return [
    ...textTable([{ title: 'kind' }, ...columns], [...rows, row('all documents', all)]),
    '',
    macroLine(kinds, macro),
    '',
    ...languageLines(languages),
    '',
    ...reliabilityLines(all.reliability),
  ];
}

function macroLine(kinds, macro) {
  const told = Object.entries({
    'doc%': macro.document,
    'exact%': macro.exact,
    'fill%': macro.fill,
    cellF1: macro.cellF1,
    rowF1: macro.rowF1,
    'wrong%': macro.wrong,
    'hallu%': macro.invented,
  });
  const figures = told.map(([name, share]) => `${name} ${percent(share)}`).join('  ');
  return `MACRO over ${Object.keys(kinds).length} kinds: ${figures}`;
}

function languageLines(languages) {
  const columns = [{ title: 'language' }, right('docs'), right('doc%'), right('exact%')];
  return textTable(
    columns,
    Object.entries(languages).map(([name, figures]) => [
      name,
      String(figures.documents),
      percent(figures.document),
      percent(figures.exact),
    ]),
  );
}

function reliabilityLines({ bins, ece, sure }) {
  const columns = [{ title: 'confidence' }, right('cells'), right('mean'), right('right%')];
  const rows = bins.map(({ from, cells, confidence, right: share }) => [
    `${from.toFixed(1)}-${(from + 0.1).toFixed(1)}`,
    String(cells),
    confidence === null ? '-' : confidence.toFixed(3),
    percent(share),
  ]);
  return [
    ...textTable(columns, rows),
    `expected calibration error ${percent(ece)}%; of ${sure.cells} cells at 0.9 and above ${percent(sure.right)}% are right`,
  ];
}

/** One line for each document. */
export function documentLines(judged) {
  const columns = [{ title: 'document', widest: 44 }, { title: 'kind' }, right('doc%'), right('ms'), { title: '' }];
  return textTable(
    columns,
    judged.map(({ id, kind, verdict, elapsedMs, error }) => [
      id,
      kind,
      percent(verdict.score),
      String(elapsedMs ?? '-'),
      error ?? '',
    ]),
  );
}

/** The first values that are not what the document holds, as lines of JSON. */
export function errorLines(judged, most) {
  const errors = judged.flatMap(({ id, verdict }) => verdict.errors.map((error) => ({ id, ...error })));
  return errors.slice(0, most).map((error) => JSON.stringify(error));
}
