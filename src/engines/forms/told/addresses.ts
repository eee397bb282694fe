import { meaning } from './fillable';

/** Parts of an address, as forms ask for them one by one. */
export type AddressPart = 'street' | 'postcode' | 'city' | 'country' | 'town-line' | 'whole';

export type Address = Readonly<Partial<Record<'street' | 'postcode' | 'city' | 'country', string>>>;

const BESIDE_STREET = new Set([
  'street',
  'property',
  'number',
  'house',
  'haus',
  'huis',
  'address',
  'line',
  'name',
  'civico',
  '1',
]);
const POSTCODE =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}-)?(\d{2}-\d{3}|\d{4}\s?[A-Z]{2}|\d{4,5}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})(?![\p{L}\d])/u;

/** Null for what is no part of an address. */
export function addressPartOf(label: string): AddressPart | null {
  const words = meaning(label);
  const has = (...wanted: string[]): boolean => wanted.every((word) => words.includes(word));
  if (has('postal', 'code') && words.includes('city')) return 'town-line';
  if (has('postal', 'code') && words.length <= 3) return 'postcode';
  if (words.includes('street') && words.every((word) => BESIDE_STREET.has(word))) return 'street';
  if (words.length === 1 && (words[0] === 'city' || words[0] === 'country')) return words[0];
  const isWhole =
    has('address') && words.every((word) => ['address', 'postal', 'home', 'full', 'private'].includes(word));
  return isWhole ? 'whole' : null;
}

/** "12 Mill Lane, 10115 Berlin, Germany" in its parts, as far as they can be told apart. */
export function addressIn(text: string): Address {
  const pieces = text.split(/\s*[,\n]\s*/).filter((piece) => piece !== '');
  const at = pieces.findIndex((piece, index) => POSTCODE.test(piece) && (index > 0 || pieces.length === 1));
  const line = pieces[at];
  const code = line === undefined ? null : POSTCODE.exec(line);
  if (line === undefined || code === null || at === 0) return {};
  const beside = `${line.slice(0, code.index)} ${line.slice(code.index + code[0].length)}`.trim();
  const isState = /^[A-Z]{2}$/.test(beside);
  const isCityBefore = (beside === '' || isState) && at > 1;
  const city = isCityBefore ? pieces[at - 1] : beside;
  const country = pieces.slice(at + 1).join(', ');
  return {
    street: pieces.slice(0, isCityBefore ? at - 1 : at).join(', '),
    postcode: isState ? `${beside} ${code[0]}` : code[0],
    ...(city === undefined || city === '' ? {} : { city }),
    ...(country === '' ? {} : { country }),
  };
}

/** What of an address goes into a field; null: it is not known. */
export function partOfAddress(address: Address, part: AddressPart): string | null {
  const { street, postcode, city, country } = address;
  const town = [postcode, city].filter((one) => one !== undefined).join(' ');
  if (part === 'town-line') return town || null;
  if (part === 'whole') return street === undefined ? null : [street, town, country].filter(Boolean).join(', ');
  return address[part] ?? null;
}
