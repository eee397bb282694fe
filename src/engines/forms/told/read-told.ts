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
  const said = clausesOf(rest).flatMap(toldInClause);
  const all = [...told, ...said];
  const isKnown = (text: string): boolean => all.some(({ label, value }) => label !== '' && value.includes(text));
  const shaped = [
    ...findEmails(rest).map(({ value }) => ofShape('email', value)),
    ...findIbans(rest).map(({ value }) => ofShape('iban', value)),
    ...findPhones(rest).map(({ value }) => ofShape('phone', value)),
  ].filter(({ value }) => !isKnown(value));
  return [...all, ...shaped];
}

const ofShape = (label: string, value: string): Told => ({ label, context: '', value, quote: value });
