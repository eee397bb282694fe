import { fold } from '../values/fold';

/** A postal town as printed on one line of an address. */
export interface Town {
  readonly start: number;
  readonly end: number;
  readonly code: Piece;
  /** Null where the line holds the code alone. */
  readonly city: Piece | null;
  /** State or province, where the country writes one. */
  readonly region: Piece | null;
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A hyphen belongs to its word, here as in all of this: what two parts could take would be tried in all ways. */
const CITY =
  /\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|(?:an|am|im|in|de|la|le|les|du|sur|sous|en|bei|ob|der|den|del|di|aan|upon)(?:-[\p{L}'’.-]*)?)){0,5}/u
    .source;
const UK = /(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] [A-Z\d]{4})/.source;
/** What follows the number of a house or plot, which looks like a postal code. */
const NUMBERED_ROAD =
  /(?:(?:[Jj]alan|JALAN|[Jj]ln|JLN|[Ll]orong|LORONG)[ .]|(?:[\p{L}\d.]+ ){1,3}(?:[Ss]treet|[Aa]venue|[Rr]oad|[Dd]rive|[Ll]ane|[Bb]oulevard|[Hh]ighway|[Pp]arkway|[Ww]ay|STREET|AVENUE|ROAD|DRIVE|LANE|BOULEVARD|HIGHWAY|PARKWAY|WAY)(?!\p{L})|(?:[Ss]t|[Aa]ve|[Rr]d|[Dd]r|[Bb]lvd|[Hh]wy|ST|AVE|RD|DR|BLVD|HWY)(?:[.,]|\s*$))/u
    .source;

/** How countries write code and town; each with the groups code, city and, where there is one, region. */
const SHAPES: readonly RegExp[] = [
  `(?<![\\p{L}\\d])(?:[A-Z]{1,3}[- ])?(?<code>\\d{4} ?[A-Z]{2}) +(?<city>${CITY})`,
  `(?<![\\p{L}\\d])(?<code>\\d{2}-\\d{3}) (?<city>${CITY})`,
  `(?<![\\p{L}\\d])(?<code>\\d{3} \\d{2}) (?<city>${CITY})`,
  `(?<![\\p{L}\\d])(?<code>\\d{4}-\\d{3}) (?<city>${CITY})`,
  `(?<city>${CITY}),? (?<region>[A-Z]{2}),? +(?<code>\\d{5}(?:-\\d{4})?)(?!\\d)`,
  `(?<city>${CITY}),? (?<region>[A-Z]{2}) +(?<code>[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)(?![\\p{L}\\d])`,
  `(?<city>${CITY}),? +(?<code>${UK})(?![\\p{L}\\d])`,
  `^\\s*(?<code>${UK})\\s*$`,
  `(?<![\\p{L}\\d])(?<code>${UK}) (?<city>${CITY})`,
  `(?<city>Singapore|SINGAPORE),? +\\(?(?<code>\\d{6})(?!\\d)`,
  `(?<![\\p{L}\\d/.-])(?:[A-Z]{1,3}[- ])?(?<code>\\d{4,5}) (?!${NUMBERED_ROAD})(?<city>${CITY})`,
].map((source) => new RegExp(source, 'du'));

/** "84011 Amalfi SA": the letters of an Italian province behind its town. */
const PROVINCE = /(?<=\p{Ll}) [A-Z]{2}$/u;

/** Longer lines are prose, not addresses. */
const LONGEST = 160;

/** The postal code and town of a line, as European countries, the United States and Canada write them; null: none. */
export function findTown(text: string): Town | null {
  if (text.length > LONGEST) return null;
  for (const shape of SHAPES) {
    const places = shape.exec(text)?.indices;
    const code = piece(places?.groups?.code);
    if (places?.[0] === undefined || code === null) continue;
    const city = piece(places.groups?.city);
    const province = city === null ? null : PROVINCE.exec(text.slice(city.start, city.end));
    return {
      start: places[0][0],
      end: places[0][1],
      code,
      city: city === null || province === null ? city : { start: city.start, end: city.start + province.index },
      region: piece(places.groups?.region),
    };
  }
  return null;
}

function piece(place: readonly [number, number] | undefined): Piece | null {
  return place === undefined ? null : { start: place[0], end: place[1] };
}

const COUNTRIES = new Set(
  'germany deutschland allemagne alemania germania duitsland france frankreich francia frankrijk austria osterreich autriche oostenrijk switzerland schweiz suisse svizzera suiza zwitserland italy italien italie italia spain spanien espagne espana spagna spanje netherlands niederlande pays-bas paises bajos paesi bassi nederland belgium belgien belgique belgica belgio belgie luxembourg luxemburg united kingdom grossbritannien royaume-uni reino unido regno unito uk england ireland irland irlande irlanda ierland usa united states united states of america canada kanada poland polen pologne polonia polska portugal czech republic tschechien tchequie ceska republika hungary ungarn hongrie magyarorszag denmark danemark danmark sweden schweden suede norway norwegen malaysia singapore australia india'.split(
    ' ',
  ),
);

/** True for the name of a country alone, as it ends an address. */
export function isCountry(text: string): boolean {
  const words = fold(text)
    .replace(/[.,]+$/, '')
    .split(' ');
  return words.length <= 4 && words.every((word) => COUNTRIES.has(word) || word === 'of');
}

const REGION =
  /^\W*(?:(?:selangor|johor|perak|kedah|kelantan|terengganu|pahang|perlis|melaka|malacca|negeri sembilan|pulau pinang|penang|sabah|sarawak|wilayah persekutuan|w\.? ?p\.?)(?: darul \p{L}+)?|darul \p{L}+|\(\p{L}[\p{L} ]*\))\W*$/u;

/** True for a state or province alone, as some countries print it below the town. */
export function isRegion(text: string): boolean {
  return REGION.test(fold(text));
}

const ROAD =
  /(?<!\p{L})(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|close|square|blvd|boulevard|suite|floor|unit|po box|p\.o\. box|postfach|bp|rue|allee|chemin|impasse|place|quai|calle|c\/|avda?|avenida|paseo|plaza|via|viale|corso|piazza|weg|platz|allee|gasse|damm|ring|ufer|laan|plein|kade|gracht|ul|jalan|jln|lot|taman|lorong|ulice|utca|utja)(?![\p{L}])|(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|straat|laan|plein|kade|gracht|ring|damm)(?![\p{L}])/iu;

/** True for a line like "14 rue des Forges" or "Am Markt 3": a road by its word, or words and a house number. */
export function isStreet(text: string): boolean {
  return (
    (ROAD.test(text) && /\d|box|lot/iu.test(text)) || /^\p{Lu}[\p{L} .'’-]{3,40} \d{1,4} ?[a-zA-Z]?$/u.test(text.trim())
  );
}
