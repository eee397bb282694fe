import { SALUTATION } from './address-blocks';
import type { PartyRole } from './lexicon/party-heads';
import { findTown, isCountry, isStreet } from './postal';
import type { ViewLine } from './view';

/** The part of a page that is about one party: who it is, where it lives. */
export interface PartyBlock {
  /** What its heading says; null: it has none. */
  readonly role: PartyRole | null;
  /** 0-1 for each role: what heading, place and neighbours say. */
  readonly trust: Readonly<Record<PartyRole, number>>;
  /** The lines of its name; none for an address alone. */
  readonly name: readonly ViewLine[];
  readonly address: readonly ViewLine[];
  /** All its lines, with those for phone, e-mail and tax ids. */
  readonly lines: readonly ViewLine[];
}

/** Without whom it is for the attention of, and what follows the town but a country. */
export function trimmed(lines: readonly ViewLine[]): ViewLine[] {
  const own = lines.filter((line) => !SALUTATION.test(line.text.trim()));
  const town = own.findLastIndex((line) => findTown(line.text) !== null);
  if (town < 0) return own.some((line) => isStreet(line.text)) ? own : [];
  const after = own[town + 1];
  const street = own.findIndex((line) => /\d/.test(line.text));
  return own.slice(Math.max(0, street), after !== undefined && isCountry(after.text) ? town + 2 : town + 1);
}
