import type { Section } from '../sections';
import { type Span, spanOfLine } from '../span';
import type { Row, ViewLine } from '../view';

/** One entry of a section: a post held, a school visited. */
export interface Entry {
  /** The texts of its head, in print order, days left out. */
  readonly heads: readonly Span[];
  /** The period as printed, from and until; null where none is. */
  readonly from: Span | null;
  readonly until: Span | null;
  /** What is said under the head. */
  readonly body: readonly Span[];
}

const MONTH =
  /(?:(?:jan|feb|f[ée]v|m[aä]r|mar|ap[r]|avr|abr|ma[iyg]|mei|mrt|jun|jui|jul|giu|lug|ago|aug|ao[uû]|sep|set|okt|oct|ott|out|nov|dez|d[eé]c|dic|ene|gen|spring|summer|autumn|fall|winter)\p{L}*\.?,?\s+|\d{1,2}\s?[/.]\s?(?:\d{1,2}\s?[/.]\s?)?)?/u
    .source;
const YEAR = /(?:19|20)\d{2}/.source;
const OPEN =
  /(?:present|current|now|today|date|heute|jetzt|aktuell|aujourd'hui|present|ce jour|actual|actualidad|presente|oggi|attuale|heden|nu)/
    .source;
const PERIOD = new RegExp(
  `\\(?(${MONTH}${YEAR})(?:\\s*(?:[-–—~]|to|bis|until|a|à|al|tot|fino a)\\s*|\\s{1,3})(${MONTH}(?:${YEAR}|\\d{2}\\b)|${OPEN})\\)?|(?:since|seit|depuis|desde|dal|sinds)\\s+(${MONTH}${YEAR})|\\(?(${MONTH}${YEAR})\\)?`,
  'iu',
);
const BULLET = /^\s*(?:[•·●▪◦‣∙*○■□►➢–—-]|e|o|©|«|¢)\s+(?=\p{L})/u;
/** A line of more characters, or a sentence, is no head. */
const LONGEST_HEAD = 95;

interface HeadRow {
  readonly lines: readonly ViewLine[];
  readonly period: boolean;
  readonly kind: 'head' | 'body';
}

/** Cuts a section into its entries: by their periods where they have them, else by what stands between their heads. */
export function entriesOf(section: Section): Entry[] {
  const rows = rowsOf(section.lines).map(asHeadRow);
  const runs = runsOf(rows);
  const dated = runs.filter((run) => run.heads.some((row) => row.period)).length;
  const usual = dated * 2 >= runs.length && dated > 0;
  const before = runs[0]?.heads.findIndex((row) => row.period) ?? 0;
  const entries = runs.flatMap((run) => cut(run, usual, Math.max(0, before)));
  return entries.filter((entry) => entry.heads.length > 0);
}

function rowsOf(lines: readonly ViewLine[]): ViewLine[][] {
  const rows = new Map<Row, ViewLine[]>();
  for (const line of lines) if (/[\p{L}\d]/u.test(line.text)) rows.set(line.row, [...(rows.get(line.row) ?? []), line]);
  return [...rows.values()];
}

function asHeadRow(lines: readonly ViewLine[]): HeadRow {
  const text = lines.map((line) => line.text).join('  ');
  const period = PERIOD.test(text);
  const sentence =
    text.length > LONGEST_HEAD || (/[.;]$/.test(text) && text.split(' ').length > 5) || /^\p{Ll}/u.test(text);
  const body = BULLET.test(text) || sentence;
  return {
    lines,
    period,
    kind: body && !(period && text.length < LONGEST_HEAD && !BULLET.test(text)) ? 'body' : 'head',
  };
}

interface Run {
  readonly heads: HeadRow[];
  readonly body: HeadRow[];
}

/** Head rows that follow each other, with the body below them. */
function runsOf(rows: readonly HeadRow[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const open = runs.at(-1);
    if (row.kind === 'body') open?.body.push(row);
    else if (open === undefined || open.body.length > 0) runs.push({ heads: [row], body: [] });
    else open.heads.push(row);
  }
  return runs;
}

/** The entries of one run: where periods are usual, each has one, and begins as many rows before it as the first does. */
function cut(run: Run, periodsUsual: boolean, before: number): Entry[] {
  const at = run.heads.flatMap((row, index) => (row.period ? [index] : []));
  if (periodsUsual && at.length === 0) return [];
  const starts = at.length > 0 ? at.map((index) => Math.max(0, index - before)) : byGaps(run.heads);
  return starts.map((start, order) => {
    const end = starts[order + 1];
    return entryOf(run.heads.slice(start, end), end === undefined ? run.body : []);
  });
}

/** Without periods a wider gap, or bold type after plain, begins an entry. */
function byGaps(heads: readonly HeadRow[]): number[] {
  const top = (row: HeadRow | undefined): number => row?.lines[0]?.box.y ?? 0;
  const pitches = heads.slice(1).map((row, index) => top(row) - top(heads[index]));
  const least = pitches.reduce((all, pitch) => (pitch > 0 ? Math.min(all, pitch) : all), Number.POSITIVE_INFINITY);
  const bold = (row: HeadRow | undefined): boolean => row?.lines[0]?.line.words[0]?.bold === true;
  return heads.flatMap((row, index) => {
    if (index === 0) return [0];
    const wide = (pitches[index - 1] ?? 0) > least * 1.35;
    return wide || (bold(row) && !bold(heads[index - 1])) ? [index] : [];
  });
}

function entryOf(heads: readonly HeadRow[], body: readonly HeadRow[]): Entry {
  const lines = heads.flatMap((row) => row.lines);
  const [dated] = lines.flatMap((line) => {
    const match = PERIOD.exec(line.text);
    return match === null ? [] : [{ line, match }];
  });
  const part = (groups: readonly number[]): Span | null => {
    const group = dated === undefined ? undefined : groups.find((one) => dated.match[one] !== undefined);
    const text = group === undefined ? undefined : dated?.match[group];
    if (dated === undefined || text === undefined) return null;
    const start = dated.match.index + dated.match[0].lastIndexOf(text);
    return spanOfLine(dated.line.page, dated.line.line, start, start + text.length);
  };
  return {
    heads: lines.flatMap(piecesOf),
    from: part([1, 3]),
    until: part([2, 4]),
    body: body.flatMap((row) => row.lines.map(bodySpan)),
  };
}

function bodySpan(line: ViewLine): Span {
  const start = BULLET.exec(line.text)?.[0].length ?? 0;
  return spanOfLine(line.page, line.line, start, line.text.length);
}

/** What sets the parts of a head apart on one line. */
const BETWEEN =
  /\s*(?:[|•·●▪]|\s[-–—]\s|\s{2,}|;|\t|(?<=\p{L}{2}),\s(?!(?:Inc|LLC|LLP|Ltd|PC|P\.C|PLLC|Corp|Co|S\.A)\b)|\s(?:at|bei|chez|presso|bij)\s(?=\p{Lu})|\s@\s)\s*/u;

function piecesOf(line: ViewLine): Span[] {
  const period = PERIOD.exec(line.text);
  const found: Span[] = [];
  const add = (start: number, end: number): void => {
    const text = line.text.slice(start, end);
    const lead = /^[\s(,|–-]*/.exec(text)?.[0].length ?? 0;
    const bare = withoutEnd(text.slice(lead));
    if (/\p{L}{2}/u.test(bare) && !TIME_ONLY.test(bare))
      found.push(spanOfLine(line.page, line.line, start + lead, start + lead + bare.length));
  };
  const blanked =
    period === null
      ? line.text
      : `${line.text.slice(0, period.index)}${'|'.repeat(period[0].length)}${line.text.slice(period.index + period[0].length)}`;
  let start = 0;
  for (const match of blanked.matchAll(new RegExp(BETWEEN, 'gu'))) {
    add(start, match.index);
    start = match.index + match[0].length;
  }
  add(start, blanked.length);
  return found;
}

/** A month, or the end of a period still open, that stands apart from its year. */
const TIME_ONLY = new RegExp(`^(?:${MONTH.replace(/\\s\+/g, '\\s*')}|${OPEN})$`, 'iu');

function withoutEnd(text: string): string {
  const bare = text.replace(/[\s,|–-]+$/, '');
  return bare.includes('(') ? bare : bare.replace(/[\s)]+$/, '');
}
