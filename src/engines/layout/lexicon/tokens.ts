import { fold } from '../../values/fold';

/**
 * Words that mean the same in a label, brought to one spelling, so that the catalogue of concepts stays short. Roles
 * (supplier, vendor ...) too: schemas and documents mix them freely.
 */
const SAME_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    number: 'no nr num nummer numero nbr n number numer cislo szam szama nro #',
    id: 'identifier ident id identification',
    seller: 'supplier vendor seller merchant biller issuer',
    buyer: 'customer client buyer purchaser',
    quantity: 'qty quantity quantities',
    amount: 'amt amount amounts',
    description: 'desc description descr',
    phone: 'tel phone telephone telefon telefone telefono telefoon tlf',
    email: 'mail email',
    vat: 'vat mwst ust umsatzsteuer mehrwertsteuer tva iva btw dph afa gst',
    date: 'date datum',
    address: 'address addr anschrift adresse',
    account: 'account acct konto kto',
    kunden: 'kd kdn knd',
    rechnung: 'rg rech rechn',
    quantite: 'qte',
    cantidad: 'cant ctd',
    commande: 'cde cmde',
    reference: 'ref reference',
    invoice: 'invoice inv',
    website: 'website web homepage internet webseite www',
    percent: 'percent pct',
    price: 'price prices',
    item: 'item items',
    total: 'total totals',
    minute: 'minute minutes mins min',
  }).flatMap(([same, words]) => words.split(' ').map((word): [string, string] => [word, same])),
);

/** Ends of compound words in German, Dutch and the like, and what they mean alone. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['nummer', 'number'],
  ['nr', 'number'],
  ['datum', 'date'],
  ['betrag', 'betrag'],
  ['bedrag', 'bedrag'],
  ['preis', 'preis'],
  ['summe', 'summe'],
  ['adresse', 'address'],
  ['anschrift', 'address'],
  ['szama', 'number'],
  ['szam', 'number'],
  ['rechnung', 'rechnung'],
  ['bestellung', 'bestellung'],
  ['wahrung', 'wahrung'],
];

const FILLERS = new Set(
  'the of and or in on for at as is der die das des den dem au aux und zum zur fur im de la le les du des et l d el los las y del di il lo e van het een en do da dos das o pour your ihre ihr votre su uw our unsere notre'.split(
    ' ',
  ),
);

/** A label or a name as comparable words: folded, compounds split, synonyms brought to one word. */
export function tokens(text: string): string[] {
  return fold(text.replace(/№|n\s?[°º]/giu, ' number ').replace(/%/g, ' percent '))
    .replace(/e-mail/g, 'email')
    .replace(/(?<!\p{L})(pick|drop)(up|off)(?!\p{L})/gu, '$1 $2')
    .replace(/ae(?=\p{L})/gu, 'a')
    .replace(/ue(?=hr|ck|nst|ber|tz|ft|rz|ns)/g, 'u')
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/(?<=ung|trag)s$/, ''))
    .flatMap(split)
    .map((word) => SAME_WORD.get(word) ?? word);
}

/** Words of a property name: "invoiceNumber", "invoice_number", "VATId". */
export function nameTokens(name: string): string[] {
  return tokens(
    name
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .replace(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
      .replace(/_/g, ' '),
  );
}

/** Without articles and prepositions, unless nothing else is there. */
export function contentTokens(words: readonly string[]): readonly string[] {
  const content = words.filter((word) => !FILLERS.has(word));
  return content.length === 0 ? words : content;
}

/** Words as one key, to look phrases up by; their order does not matter ("VAT total", "total VAT"). */
export function phraseKey(words: readonly string[]): string {
  if (words.length === 1) return words[0] ?? '';
  return [...contentTokens(words)].sort().join(' ');
}

function split(word: string): string[] {
  if (SAME_WORD.has(word)) return [word];
  for (const [ending, meaning] of ENDINGS) {
    const head = word.slice(0, -ending.length);
    if (word.endsWith(ending) && head.length >= 2)
      return [head.length > 4 ? head.replace(/(?<=\p{L}{3})s$/u, '') : head, meaning];
  }
  return [word];
}
