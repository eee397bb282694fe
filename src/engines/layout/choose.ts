import type { Question } from './question';
import type { Reading } from './reading';
import { samePrint } from './span';

/**
 * Picks one reading for each question, the surest first, so that no print answers two questions unless their concepts
 * may share it. Questions whose best reading scores below `least` stay open.
 */
export function chooseReadings(readings: readonly Reading[], least: number, taken: readonly Reading[] = []): Reading[] {
  const ranked = supported(readings).sort((a, b) => b.score - a.score);
  const chosen: Reading[] = [...taken];
  const answered = new Set<Question>(taken.map((one) => one.question));
  for (const reading of ranked) {
    if (reading.score < least || answered.has(reading.question)) continue;
    if (chosen.some((other) => samePrint(other.span, reading.span) && !mayShare(other.question, reading.question)))
      continue;
    chosen.push(reading);
    answered.add(reading.question);
  }
  return chosen.slice(taken.length);
}

/** A value that several places or sources give is surer than each alone. */
export function supported(readings: readonly Reading[]): Reading[] {
  const byQuestion = new Map<Question, Map<string, Reading[]>>();
  for (const reading of readings) {
    const values = byQuestion.get(reading.question) ?? new Map<string, Reading[]>();
    const key = JSON.stringify(reading.value);
    values.set(key, [...(values.get(key) ?? []), reading]);
    byQuestion.set(reading.question, values);
  }
  return [...byQuestion.values()].flatMap((values) =>
    [...values.values()].flatMap((same) => {
      const ranked = [...same].sort((a, b) => b.score - a.score);
      const support = ranked.slice(1, 4).reduce((open, one) => open * (1 - 0.25 * one.score), 1);
      return ranked.map((one, order) => (order === 0 ? { ...one, score: 1 - (1 - one.score) * support } : one));
    }),
  );
}

function mayShare(a: Question, b: Question): boolean {
  if (a.kind === 'currency' || b.kind === 'currency') return true;
  if (a.concept?.id === 'subject' || b.concept?.id === 'subject') return true;
  if (isPieceOfAddress(a, b) || isPieceOfAddress(b, a)) return true;
  const [first, second] = [a.concept, b.concept];
  if (first === null || second === null) return false;
  if (isPartOf(first.id, second.id) || isPartOf(second.id, first.id)) return true;
  return first.shares?.includes(second.id) === true || second.shares?.includes(first.id) === true;
}

/** A town, a street or a postal code stands in the address that it is part of. */
function isPieceOfAddress(piece: Question, whole: Question): boolean {
  const [words, own] = [whole, piece].map((question) => new Set(question.phrases.flat()));
  return words?.has('address') === true && [...(own ?? [])].some((word) => PIECES.has(word));
}

const PIECES = new Set(['city', 'town', 'street', 'postal', 'postcode', 'zip', 'country', 'region', 'state']);

/** The town of a party is part of its address. */
function isPartOf(part: string, whole: string): boolean {
  const party = /^(.+)-address$/.exec(whole)?.[1];
  return party !== undefined && part !== whole && part.startsWith(`${party}-`) && !part.endsWith('-name');
}
