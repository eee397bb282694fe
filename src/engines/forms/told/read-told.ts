import { findEmails, findIbans, findPhones } from '../../values/identifiers';
import { clausesOf } from './clauses';
import type { Told } from './told';
import { toldInClause } from './told-in-clause';
import { toldInJson } from './told-json';

/** Characters of instructions that are read. */
const MAX_LENGTH = 200_000;

/** All that instructions say, in their order: JSON objects, lines with a colon, sentences; and what tells by its shape what it is. */
export function readTold(instructions: string): Told[] {
  const { told, rest } = toldInJson(instructions.slice(0, MAX_LENGTH));
  const said = rest.split(/\r?\n/).flatMap((line) => toldInLine(line.replace(/\s+/g, ' ')));
  const all = [...told, ...said];
  const isKnown = (text: string): boolean => all.some(({ label, value }) => label !== '' && value.includes(text));
  const shaped = [
    ...findEmails(rest).map(({ value }) => ofShape('email', value)),
    ...findIbans(rest).map(({ value }) => ofShape('iban', value)),
    ...findPhones(rest).map(({ value }) => ofShape('phone', value)),
  ].filter(({ value }) => !isKnown(value));
  return [...all, ...shaped];
}

/** A value may go on in the sentences after it, as long as they say nothing else that is known. */
function toldInLine(line: string): Told[] {
  const clauses = clausesOf(line).map((clause) => ({ clause, told: toldInClause(clause) }));
  return clauses.flatMap(({ clause, told }, index) => {
    const [one, ...more] = told;
    if (one === undefined || one.label === '' || more.length > 0) return told;
    const after = clauses.slice(index + 1);
    const end = after.findIndex((next) => next.told.some(({ label }) => label !== ''));
    const sentences = (end < 0 ? after : after.slice(0, end)).map((next) => next.clause);
    const at = clause.indexOf(one.value);
    if (sentences.length === 0 || at < 0) return told;
    return [{ ...one, onward: [clause.slice(at), ...sentences].join(' ') }];
  });
}

const ofShape = (label: string, value: string): Told => ({ label, context: '', value, quote: value });
