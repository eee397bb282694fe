import { LabelCoverage, type LabelPlace } from './label-coverage';
import { FIELD_CONCEPTS, phrasesOf } from './lexicon/catalogue';
import { phraseKey } from './lexicon/tokens';
import { likeIndex, likeLabel } from './like-labels';
import { headerOf } from './mail-header';
import type { PrintedLabel } from './printed-label';
import type { Question } from './question';
import { totalLabel } from './total-label';
import type { View, ViewLine } from './view';

/** Words a label may have. */
const LONGEST_LABEL = 6;
/** Labels looked for in one line: where there are more, it is no form. */
const MOST_IN_LINE = 30;

/**
 * Finds the labels of a document. The longest wording wins, over the whole catalogue: "delivery date" is never taken
 * for "date", whether anyone asked for it or not. `among`: the lines looked at.
 */
export function findLabels(
  view: View,
  questions: readonly Question[],
  among: readonly ViewLine[] = view.lines,
): ReadonlyMap<ViewLine, readonly PrintedLabel[]> {
  const wordings = wordingsOf(questions);
  const words = likeIndex(questions);
  const found = new Map<ViewLine, PrintedLabel[]>();
  for (const line of among) {
    const here = [...listedLabels(line, wordings), ...likeLabel(line, words), ...totalLabel(line, questions)];
    const longest = here.filter((one) => !here.some((other) => covers(other, one)));
    const named = longest.filter((one) => !isQuoted(line.text, one));
    const spoken = ADDRESSES.has(headerOf(line, view) ?? '') ? named.filter((one) => one.start === 0) : named;
    const merged = mergeSame(spoken).sort((a, b) => a.start - b.start);
    if (merged.length > 0) found.set(line, merged);
  }
  return found;
}

/** hereinafter "Client": a name that an agreement gives, no label. */
function isQuoted(text: string, { start, end }: PrintedLabel): boolean {
  return /["“„«]\s?$/u.test(text.slice(0, start)) && /^\s?["”“»]/u.test(text.slice(end));
}

/** Headers of mails whose words are parts of addresses and of ids: no labels. */
const ADDRESSES = new Set(['from', 'to', 'cc', 'reply-to', 'date', 'message-id']);

interface Wording {
  readonly question: Question;
  /** 0-1. */
  readonly weight: number;
}

/** What labels say, by their words as one key. */
interface Wordings {
  /** What of the asked questions they may name. */
  readonly asked: ReadonlyMap<string, readonly Wording[]>;
  /** Every word of them: a run of words ends where one is not among these or the catalogue's. */
  readonly words: ReadonlySet<string>;
  readonly catalogue: Pick<Wordings, 'words'> & { readonly keys: ReadonlySet<string> };
}

function wordingsOf(questions: readonly Question[]): Wordings {
  const asked = new Map<string, Wording[]>();
  for (const question of questions)
    for (const [key, weight] of question.labels) {
      const held = asked.get(key);
      if (held === undefined) asked.set(key, [{ question, weight }]);
      else held.push({ question, weight });
    }
  catalogue ??= wholeCatalogue();
  return { asked, words: wordsIn(asked.keys()), catalogue };
}

/** Made when it is first needed: it is long. */
let catalogue: Wordings['catalogue'] | null = null;

function wholeCatalogue(): Wordings['catalogue'] {
  const keys = new Set(FIELD_CONCEPTS.flatMap((concept) => [...phrasesOf(concept).labels.keys()]));
  return { keys, words: wordsIn(keys) };
}

const wordsIn = (keys: Iterable<string>): Set<string> => new Set([...keys].flatMap((key) => key.split(' ')));

/** Of a compound word the end may be a label, the beginning not: "Handelsrechnung" is one, "Bruttopreis" is not gross. */
function listedLabels(line: ViewLine, wordings: Wordings): PrintedLabel[] {
  const found: PrintedLabel[] = [];
  const coverage = new LabelCoverage(line);
  let free = 0;
  for (let first = 0; first < line.tokens.length && found.length < MOST_IN_LINE; first += 1) {
    if (first < free) continue;
    for (let count = knownRun(line, first, wordings); count >= 1; count -= 1) {
      if (line.tokens[first + count]?.start === line.tokens[first + count - 1]?.start) continue;
      const piece = line.tokens.slice(first, first + count);
      const hits = hitsOf(
        piece.map((token) => token.word),
        wordings,
      );
      const start = piece[0]?.start;
      const end = piece.at(-1)?.end;
      if (
        hits === undefined ||
        start === undefined ||
        end === undefined ||
        isInsideWord(line.text, start, end) ||
        isStray(line.text, start, end)
      )
        continue;
      found.push(labelAt(line, { first, count, start, end }, hits, coverage));
      free = first + count;
      break;
    }
  }
  return found;
}

/** How many words from a place on are words of labels. */
function knownRun(line: ViewLine, first: number, { words, catalogue }: Wordings): number {
  let count = 0;
  while (count < LONGEST_LABEL) {
    const word = line.tokens[first + count]?.word ?? '';
    if (!words.has(word) && !catalogue.words.has(word)) return count;
    count += 1;
  }
  return count;
}

/** A label may carry a "number" that its listed wording does not. None: words that name something nobody asked for. */
function hitsOf(words: readonly string[], wordings: Wordings): readonly Wording[] | undefined {
  const exact = hitsOfKey(phraseKey(words), wordings);
  if (exact !== undefined || words.length < 2) return exact;
  if (words.at(-1) === 'number') return hitsOfKey(phraseKey(words.slice(0, -1)), wordings);
  return words[0] === 'number' ? hitsOfKey(phraseKey(words.slice(1)), wordings) : undefined;
}

const hitsOfKey = (key: string, { asked, catalogue }: Wordings): readonly Wording[] | undefined =>
  asked.get(key) ?? (catalogue.keys.has(key) ? [] : undefined);

/** A word of one or two letters is a label only with a colon or alone: "A" in "S.A." is none. */
function isStray(text: string, start: number, end: number): boolean {
  const alone = text.slice(0, start).trim() === '' && /^[\s.]*$/.test(text.slice(end));
  return end - start <= 2 && !alone && !/^[\s.]*[:#]/.test(text.slice(end));
}

/** "PO778120045" is a code, not the label "PO". */
function isInsideWord(text: string, start: number, end: number): boolean {
  return (
    /^[\p{L}\d]/u.test(text.slice(end)) ||
    /[\p{L}\d]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[-/_]\d/.test(text.slice(end))
  );
}

function labelAt(
  line: ViewLine,
  place: LabelPlace,
  answers: readonly Wording[],
  coverage: LabelCoverage,
): PrintedLabel {
  const { start, end } = place;
  const rest = line.text.slice(end, end + 50);
  const colonAt = /^[^:]{0,40}?:(?!\d)/.exec(rest);
  const upToColon = colonAt !== null && !/\d/.test(colonAt[0]) ? end + colonAt[0].length : null;
  return {
    line,
    start,
    end: upToColon ?? end,
    answers,
    colon: upToColon !== null,
    coverage: coverage.of(place, upToColon),
  };
}

function covers(outer: PrintedLabel, inner: PrintedLabel): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;
}

/** Two labels at one place become one that may answer what either may. */
function mergeSame(labels: readonly PrintedLabel[]): PrintedLabel[] {
  const byPlace = new Map<string, PrintedLabel>();
  for (const label of labels) {
    const key = `${label.start}-${label.end}`;
    const held = byPlace.get(key);
    byPlace.set(
      key,
      held === undefined
        ? label
        : { ...held, answers: [...held.answers, ...label.answers], coverage: Math.max(held.coverage, label.coverage) },
    );
  }
  return [...byPlace.values()];
}
