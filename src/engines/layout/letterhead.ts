import { findDates } from '../values/date';
import { fold } from '../values/fold';
import { findEmails, findPhones, findUrls } from '../values/identifiers';
import { hasLegalForm } from './legal-form';
import { findTown, isCountry, isRegion, isStreet } from './postal';
import type { View, ViewLine } from './view';

/** The name at the very top of a page and what stands right under it, as shops print it on their slips. */
export interface Letterhead {
  readonly name: readonly [ViewLine, ...ViewLine[]];
  /** Empty where no address follows. */
  readonly address: readonly ViewLine[];
}

/** Rows from the top in which the name must begin. */
const TOP_ROWS = 6;
/** Lines an address may have. */
const MOST_LINES = 6;
/** Words below this certainty are noise of the scan. */
const LEGIBLE = 0.45;

/** What stands above names without being one: kinds of papers and copies. */
const NO_NAME =
  /^(?:\W*(?:copy|reprint|original|duplicate|duplicata|duplikat|kopie|copia|welcome|willkommen|bienvenue|bienvenidos|benvenuti|welkom|(?:(?:simplified |tax |cash |sales )*(?:invoice|receipt|bill|sales?))|rechnung|quittung|kassenbon|beleg|facture|ticket|recu|factura|recibo|fattura|scontrino|ricevuta|factuur|bon|faktura|paragon|page|seite|statement|order|customer|table|date|thank you|lebenslauf|curriculum vitae|resume|cv)\b.*)$/u;
/** Registration numbers between name and address. */
const REGISTRATION =
  /^\W*(?:\(?[a-z]{0,3}[\d-]{4,12} ?-? ?[a-z]?\)?|.{0,12}(?:reg|roc|gst|sst|vat|uid|uen|ust|ustid|siret|siren|nif|cif|p ?iva|btw|kvk|abn|tin)\b.*)$/u;

/** True for a line that only says under which number a business is registered. */
export function isRegistration(text: string): boolean {
  return REGISTRATION.test(fold(text).replace(/\./g, ''));
}

/** The number in a register that stands behind a name. */
const REGISTERED = /\s*\([^()]*\d{4}[^()]*\)?\s*$/u;

export function letterheadOf(view: View): Letterhead | null {
  const rows = view.rows.filter((row) => row.page === view.firstPage).slice(0, TOP_ROWS + MOST_LINES + 4);
  const tops = rows.map((row) => row.lines.filter((line) => !isNoise(line)));
  const at = tops.slice(0, TOP_ROWS).findIndex((lines) => lines.length === 1 && isNameLike(lines[0]));
  const [first] = at < 0 ? [] : (tops[at] ?? []);
  if (first === undefined) return null;
  const below = under(
    first,
    rows.slice(at + 1).map((row, order) => tops[at + 1 + order]?.[0] ?? row.lines[0]),
  );
  const wrapped = below.findIndex((line) => !continuesName(first, line));
  const more = below.slice(0, wrapped < 0 ? 0 : wrapped).slice(0, 2);
  return { name: [first, ...more], address: addressIn(below.slice(more.length)) };
}

/** The lines that follow each other without a wide gap. */
function under(first: ViewLine, lines: readonly (ViewLine | undefined)[]): ViewLine[] {
  const found: ViewLine[] = [];
  let above = first;
  for (const line of lines) {
    if (line === undefined || line.box.y - (above.box.y + above.box.height) > first.box.height * 1.8) break;
    if (isNoise(line)) continue;
    found.push(line);
    above = line;
  }
  return found;
}

function isNoise(line: ViewLine): boolean {
  const certainty =
    line.line.words.reduce((sum, word) => sum + word.certainty, 0) / Math.max(1, line.line.words.length);
  return certainty < LEGIBLE || !/[\p{L}\d]{2}/u.test(line.text);
}

function isNameLike(line: ViewLine | undefined): boolean {
  if (line === undefined || isNoise(line)) return false;
  const plain = fold(line.text.replace(REGISTERED, ''));
  const letters = plain.replace(/[^\p{L}]/gu, '').length;
  return (
    letters >= 4 &&
    letters > plain.length * 0.5 &&
    plain.length < 60 &&
    !/[:@]|\d{4}/.test(plain) &&
    !NO_NAME.test(plain) &&
    !isRegistration(line.text) &&
    !isStreet(line.text) &&
    findTown(line.text) === null
  );
}

/** A legal form that was wrapped, or the second half of a name in the same large print. */
function continuesName(first: ViewLine, line: ViewLine): boolean {
  const [size, other] = [first.line.words[0]?.size ?? 0, line.line.words[0]?.size ?? 0];
  if (isRegistration(line.text)) return false;
  if (hasLegalForm(line.text) && line.text.length < 26 && !hasLegalForm(first.text) && !isStreet(line.text))
    return true;
  return (
    isNameLike(line) && /(?:&|-|,|\b(?:and|und|et|e|y|en|of|de))$/iu.test(first.text) && Math.abs(size - other) < 1.5
  );
}

/** From the first line of an address to the last before phone numbers, dates and labels; none without a number in it. */
function addressIn(lines: readonly ViewLine[]): ViewLine[] {
  const found: ViewLine[] = [];
  for (const line of lines) {
    if (found.length === 0 && isRegistration(line.text)) continue;
    if (found.length >= MOST_LINES || endsAddress(line, found)) break;
    found.push(line);
  }
  const starts = found.findIndex((line) => /\d|,/.test(line.text));
  const address = starts !== 0 ? [] : found.slice(starts);
  return address.some((line) => isStreet(line.text) || findTown(line.text) !== null || /\d.*,|,.*\d/.test(line.text))
    ? address
    : [];
}

function endsAddress(line: ViewLine, found: readonly ViewLine[]): boolean {
  const { text } = line;
  if (/:|#(?!\d)|\*{2}|={2}|-{3}/.test(text) || NO_NAME.test(fold(text)) || isRegistration(text)) return true;
  if (findEmails(text).length + findUrls(text).length > 0 || /\b(?:tel|phone|fax|fon|mobile|www)\b/iu.test(text))
    return true;
  if (findPhones(text).length > 0 && !/\p{L}{4}/u.test(text)) return true;
  if (findDates(text, { dayOrder: null, dayOrderSeen: false }).length > 0) return true;
  const last = found.at(-1);
  if (last === undefined || findTown(last.text) === null || /,\s*$/.test(last.text)) return false;
  return !isCountry(text) && !isRegion(text);
}
