import { FIELD_CONCEPTS, phrasesOf } from './lexicon/catalogue';
import type { Concept } from './lexicon/concept';
import { phraseKey } from './lexicon/tokens';
import { likeIndex, likeLabel } from './like-labels';
import type { PrintedLabel } from './printed-label';
import type { Question } from './question';
import { totalLabel } from './total-label';
import type { Token, View, ViewLine } from './view';

/** Words a label may have. */
const LONGEST_LABEL = 6;

/**
 * Finds the labels of a document. The longest wording wins, over the whole catalogue: "delivery date" is never taken
 * for "date", whether anyone asked for it or not.
 */
export function findLabels(view: View, questions: readonly Question[]): ReadonlyMap<ViewLine, readonly PrintedLabel[]> {
  const wordings = wordingsOf(questions);
  const words = likeIndex(questions);
  const found = new Map<ViewLine, PrintedLabel[]>();
  for (const line of view.lines) {
    const here = [...listedLabels(line, wordings), ...likeLabel(line, words), ...totalLabel(line, questions)];
    const longest = here.filter((one) => !here.some((other) => other !== one && covers(other, one)));
    const merged = mergeSame(longest).sort((a, b) => a.start - b.start);
    if (merged.length > 0) found.set(line, merged);
  }
  return found;
}

interface Wordings {
  readonly byKey: ReadonlyMap<string, readonly { readonly question: Question | null; readonly weight: number }[]>;
  /** Every word of any label: a run of words ends where one is not among them. */
  readonly words: ReadonlySet<string>;
}

function wordingsOf(questions: readonly Question[]): Wordings {
  const wordings = new Map<string, { question: Question | null; weight: number }[]>();
  const add = (key: string, question: Question | null, weight: number): void => {
    const held = wordings.get(key);
    if (held === undefined) wordings.set(key, [{ question, weight }]);
    else held.push({ question, weight });
  };
  for (const concept of FIELD_CONCEPTS) for (const key of blockingLabels(concept)) add(key, null, 0);
  for (const question of questions) for (const [key, weight] of question.labels) add(key, question, weight);
  return { byKey: wordings, words: new Set([...wordings.keys()].flatMap((key) => key.split(' '))) };
}

function blockingLabels(concept: Concept): Iterable<string> {
  return phrasesOf(concept).labels.keys();
}

/** Of a compound word the end may be a label, the beginning not: "Handelsrechnung" is one, "Bruttopreis" is not gross. */
function listedLabels(line: ViewLine, wordings: Wordings): PrintedLabel[] {
  const found: PrintedLabel[] = [];
  let free = 0;
  for (let first = 0; first < line.tokens.length; first += 1) {
    if (first < free) continue;
    for (let count = knownRun(line, first, wordings.words); count >= 1; count -= 1) {
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
      found.push(
        labelAt(line, { start, end, near: line.tokens.slice(Math.max(0, first - NEAR), first + count + NEAR) }, hits),
      );
      free = first + count;
      break;
    }
  }
  return found;
}

/** How many words from a place on are words of labels. */
function knownRun(line: ViewLine, first: number, words: ReadonlySet<string>): number {
  let count = 0;
  while (count < LONGEST_LABEL && words.has(line.tokens[first + count]?.word ?? '')) count += 1;
  return count;
}

/** A label may carry a "number" that its listed wording does not. */
function hitsOf(words: readonly string[], { byKey }: Wordings): ReturnType<Wordings['byKey']['get']> {
  const exact = byKey.get(phraseKey(words));
  if (exact !== undefined || words.length < 2) return exact;
  if (words.at(-1) === 'number') return byKey.get(phraseKey(words.slice(0, -1)));
  return words[0] === 'number' ? byKey.get(phraseKey(words.slice(1))) : undefined;
}

/** A word of one or two letters is a label only with a colon or alone: "A" in "S.A." is none. */
function isStray(text: string, start: number, end: number): boolean {
  const alone = text.slice(0, start).trim() === '' && /^[\s.]*$/.test(text.slice(end));
  return end - start <= 2 && !alone && !/^[\s.]*[:#]/.test(text.slice(end));
}

/** "PO778120045" is a code, not the label "PO". */
function isInsideWord(text: string, start: number, end: number): boolean {
  return (
    /^[\p{L}\d]/u.test(text.slice(end)) || /[\p{L}\d]$/u.test(text.slice(0, start)) || /^[-/_]\d/.test(text.slice(end))
  );
}

/** Where a wording stands, with the words around it. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly near: readonly Token[];
}

function labelAt(
  line: ViewLine,
  place: Place,
  hits: readonly { readonly question: Question | null; readonly weight: number }[],
): PrintedLabel {
  const { start, end } = place;
  const rest = line.text.slice(end, end + 50);
  const colonAt = /^[^:]{0,40}?:(?!\d)/.exec(rest);
  const upToColon = colonAt !== null && !/\d/.test(colonAt[0]) ? end + colonAt[0].length : null;
  return {
    line,
    start,
    end: upToColon ?? end,
    answers: hits.flatMap(({ question, weight }) => (question === null ? [] : [{ question, weight }])),
    colon: upToColon !== null,
    coverage: coverage(line, place, upToColon),
  };
}

/** Words and letters around a label that are looked at. */
const NEAR = 12;
const BEFORE = 90;

/** Unknown words between the last break and the label, or between the label and its colon, make it less sure. */
function coverage(line: ViewLine, { start, end, near }: Place, colon: number | null): number {
  const from = Math.max(0, start - BEFORE);
  const before = line.text.slice(from, start);
  const breakAt = Math.max(
    from,
    ...[...before.matchAll(/[:;|,.)•·]\s|\d\S*\s|\s[-–]\s/g)].map((mark) => from + mark.index + mark[0].length),
  );
  const around = near.filter((token) => token.start >= breakAt && token.end <= (colon ?? end));
  const inside = around.filter((token) => token.start >= start && token.end <= end);
  return around.length === 0 ? 1 : inside.length / around.length;
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
