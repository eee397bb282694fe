import { flowOf } from '../flow';
import { hasLegalForm } from '../legal-form';
import type { Question } from '../question';
import type { Reading } from '../reading';
import type { View } from '../view';

/** Where agreements name who makes them; the parties follow, each up to its address, form of law or short name. */
const OPENINGS = /\b(?:by and between|by and among|between|among|zwischen|entre|tra|tussen)\b:?\s+/giu;

/** Letters at the beginning in which parties are numbered. */
const OPENING = 6_000;
/** "(1) A LIMITED, a company ...": the name up to its comma. */
const NUMBERED =
  /\((\d)\)\s+((?:\p{Lu}[\p{L}\d&.'’-]*|and|of|und|et|y|&)(?: (?:\p{Lu}[\p{L}\d&.'’-]*|and|of|und|et|y|&|\d+)){0,9}),?\s/gu;

/** Evidence: "(1) A LIMITED ...; (2) B LLP ..." for the same list. */
export function numberedPartyReadings(view: View, question: Question): Reading[] {
  const flow = flowOf(view);
  const numbered = [...flow.text.slice(0, OPENING).matchAll(NUMBERED)];
  const run = numbered.filter(([, count, name = ''], order) => Number(count) === order + 1 && hasLegalForm(name));
  if (run.length < 2 || run.length !== numbered.length) return [];
  return run.map((match) => {
    const start = match.index + match[0].indexOf(match[2] ?? '');
    const span = flow.span(start, start + (match[2] ?? '').length);
    return { question, value: span.text, span, score: 0.9, source: 'prose', flags: [] };
  });
}

/** Evidence: "by and between A, a Delaware corporation ("..."), and B (...)" for the list of contracting parties. */
export function contractPartyReadings(view: View, question: Question): Reading[] {
  const flow = flowOf(view);
  for (const opening of flow.text.slice(0, 12_000).matchAll(OPENINGS)) {
    const at = opening.index + opening[0].length;
    const clause =
      /^[\s\S]{10,1400}?(?:\.\s+(?=[A-Z][a-z]+ [a-z])|WHEREAS|WITNESSETH|RECITALS|in connection with|with respect to|hereby|$)/u.exec(
        flow.text.slice(at, at + 1400),
      )?.[0] ?? '';
    const names = partyNames(clause);
    if (names.length < 2) continue;
    return names.map(({ start, end }) => {
      const span = flow.span(at + start, at + end);
      return { question, value: span.text, span, score: 0.62, source: 'prose', flags: [] };
    });
  }
  return [];
}

function partyNames(clause: string): { readonly start: number; readonly end: number }[] {
  const plain = clause.replace(/\([^)]*\)/g, (part) => ' '.repeat(part.length));
  const found: { start: number; end: number }[] = [];
  let from = 0;
  for (const stop of [
    ...plain.matchAll(/(?:,|;)?\s+(?:and|und|et|y|e|en)\s+(?=(?:the )?[\p{Lu}\d])/gu),
    { index: plain.length, 0: '' },
  ]) {
    const piece = plain.slice(from, stop.index);
    const lead = /^[\s,;]*(?:the |\(?\d\)\s*|\(?[a-z]\)\s*)?/u.exec(piece)?.[0].length ?? 0;
    const body = piece.slice(lead);
    const end =
      /,\s+(?!(?:Inc|LLC|L\.?P|Ltd|Corp|Co|N\.?A|S\.?A|LLP|P\.?C)\b)|\s{2,}|\s+(?:a|an|with|having|whose|located|of|as|on behalf|for itself)\s/u.exec(
        body,
      )?.index ?? body.length;
    const name = body.slice(0, end).trim();
    if (name.length > 2 && name.length < 100 && /^\p{Lu}/u.test(name)) {
      found.push({ start: from + lead, end: from + lead + name.length });
      from = stop.index + stop[0].length;
    } else if (found.length === 0 && !hasLegalForm(piece)) return [];
    else from = stop.index + stop[0].length;
    if (found.length >= 6) break;
  }
  return found;
}
