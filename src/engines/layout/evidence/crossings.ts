import type { Table, TableCell } from '../../../parsers/parsed-document';
import { answersIn } from '../answer-text';
import { glossed } from '../lexicon/glossary';
import { contentTokens, tokens } from '../lexicon/tokens';
import { wordLikeness } from '../likeness';
import type { Question } from '../question';
import type { Reading } from '../reading';
import type { View } from '../view';

/** Rows of a table that are looked at, from its top and, since sums stand there, from its end. */
const FROM_TOP = 300;
const FROM_END = 50;
/** Longer texts name no row and no column. */
const LONGEST = 60;
/** Likeness of row and column together with what is asked. */
const LIKE_ENOUGH = 0.8;
const SURE = 0.78;

/** A row or column by its name's words, in English where the glossary knows them. */
interface Named {
  readonly at: number;
  readonly words: readonly string[];
}

/** Evidence: a figure where a row and a column meet whose names together are what is asked ("Revenue" and "2024"). */
export function crossingReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions
    .filter(({ node, path }) => path.length > 0 && (node.type === 'number' || node.type === 'integer'))
    .map((question) => ({ question, phrases: question.phrases.map((phrase) => glossed(phrase)) }));
  if (asked.length === 0) return [];
  const known = new Set(asked.flatMap(({ phrases }) => phrases.flat()));
  return view.document.tables.flatMap((table) => {
    const columns = namedColumns(table, known);
    const rows = columns.length === 0 ? [] : namedRows(table, known);
    return asked.flatMap(({ question, phrases }) =>
      rows.flatMap((row) =>
        columns.flatMap((column) => {
          const like = Math.max(0, ...phrases.map((phrase) => crossLikeness(phrase, row.words, column.words)));
          const cell = table.rows[row.at]?.[column.at];
          return like < LIKE_ENOUGH || cell === undefined ? [] : readingsOf(question, cell, table.page, like, view);
        }),
      ),
    );
  });
}

function readingsOf(question: Question, cell: TableCell, page: number, like: number, view: View): Reading[] {
  const [answer] = answersIn(question, cell.text, view.locale);
  if (answer === undefined) return [];
  const span = { page, box: cell.box, text: cell.text, locator: cell.locator, attachment: null };
  return [
    { question, value: answer.value, span, score: SURE * like * answer.fit, source: 'table', flags: answer.flags },
  ];
}

/** Row and column must each say something of it that the other does not. */
function crossLikeness(phrase: readonly string[], row: readonly string[], column: readonly string[]): number {
  const said = (words: readonly string[], others: readonly string[]): boolean =>
    words.some((word) => phrase.includes(word) && !others.includes(word));
  return said(row, column) && said(column, row) ? wordLikeness(phrase, [...row, ...column]) : 0;
}

function namedColumns(table: Table, known: ReadonlySet<string>): Named[] {
  const heads = table.rows.slice(0, Math.max(1, table.headerRows));
  const width = table.rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, at) => ({
    at,
    words: wordsOf([...new Set(heads.map((row) => row[at]?.text ?? ''))].join(' ')),
  })).filter(({ at, words }) => at > 0 && words.some((word) => known.has(word)));
}

/** A row is called by its first cell with letters. */
function namedRows({ rows, headerRows }: Table, known: ReadonlySet<string>): Named[] {
  const first = Math.max(1, headerRows);
  const found: Named[] = [];
  for (let at = first; at < rows.length; at += 1) {
    if (at >= first + FROM_TOP && at < rows.length - FROM_END) continue;
    const name = rows[at]?.find((cell) => /\p{L}/u.test(cell.text))?.text ?? '';
    const words = wordsOf(name);
    if (words.some((word) => known.has(word))) found.push({ at, words });
  }
  return found;
}

function wordsOf(text: string): string[] {
  return text.length > LONGEST ? [] : glossed(contentTokens(tokens(text)));
}
