import type { Concept } from './concept';

/** Who sells and who buys, and how to reach and pay them. */
export const PARTY_CONCEPTS: readonly Concept[] = [
  {
    id: 'seller-name',
    kind: 'name',
    party: 'seller',
    asked:
      'seller name|seller|name of the seller|company that issued the invoice|company name|company|store name|store|shop name|shop|from|sender|sender name|billed by|remit to|organization|organisation|provider|merchant|restaurant|restaurant name|name of the restaurant|organization name|service provider|sender of the letter|issuer|issuer name|vendor|geschaft|handler|magasin|commerce|enseigne|comercio|tienda|establecimiento|negozio|esercente|winkel|loja',
    printed:
      'rechnungsersteller|lieferant|verkaufer|rechnungssteller|leistungserbringer|absender|fournisseur|vendeur|emetteur|prestataire|proveedor|vendedor|emisor|fornitore|venditore|mittente|cedente|leverancier|verkoper|fornecedor|sprzedawca|wystawca|nadawca|odesilatel|dodavatel|prodavajici|elado|szallito|szamlakibocsato|expediteur|remitente|afzender|denominazione cedente|cedente prestatore|datos del emisor|sold by|seller name|from|issued by',
  },
  {
    id: 'buyer-name',
    kind: 'name',
    party: 'buyer',
    asked:
      'buyer name|buyer|name of the buyer|bill to|billed to|invoice to|sold to|recipient|recipient name|addressee|invoiced to|name of customer the invoice is addressed to|bill to name|customer name|client name|customer|client|to',
    printed:
      'kunde|kaufer|rechnungsempfanger|rechnungsadresse|rechnungsanschrift|rechnung an|empfanger|leistungsempfanger|auftraggeber|besteller|acheteur|destinataire|facture a|adresse de facturation|cliente|comprador|facturar a|destinatario|acquirente|cessionario|intestatario|klant|koper|factuuradres|factureren aan|cliente|adquirente|nabywca|kupujacy|odbiorca|prijemce|odberatel|kupujici|vevo|vasarlo|facture pour|facturado a|datos del cliente|datos cliente|cessionario committente|spettabile|spett le|aan|bill to|billing address|billed to|sold to|invoice to|invoiced to|buyer name|customer|client|consignee',
    weak: 'ship to|lieferadresse|lieferanschrift|empfangeranschrift|an|to|a|name|denominazione',
  },
  {
    id: 'ship-to-name',
    kind: 'name',
    party: 'ship-to',
    asked:
      'ship to|ship to name|deliver to|delivery recipient|consignee|delivery name|shipping name|recipient of the delivery',
    printed:
      'ship to|deliver to|delivery address|shipping address|lieferadresse|lieferanschrift|warenempfanger|versandadresse|livrer a|adresse de livraison|livraison a|direccion de entrega|direccion de envio|enviar a|indirizzo di consegna|destinazione|luogo di consegna|spedire a|afleveradres|bezorgadres|leveradres|adres dostawy|odbiorca|dodaci adresa|szallitasi cim',
  },
  {
    id: 'ship-to-address',
    kind: 'text',
    party: 'ship-to',
    asked: 'ship to address|delivery address|shipping address|deliver to address|service address',
    printed:
      'service address|delivery address|shipping address|delivering to|delivered to|deliver to|lieferadresse|zustelladresse|lieferung an|zustellung an|adresse de livraison|livraison a|direccion de entrega|entrega en|indirizzo di consegna|consegna a|afleveradres|bezorgadres|bezorging op|morada de entrega|endereco de entrega',
  },
  {
    id: 'seller-address',
    kind: 'text',
    party: 'seller',
    asked:
      'seller address|address of the seller|postal address of the seller|company address|store address|address of store|shop address|address of the shop|merchant address|sender address|vendor address|hotel address|address|anschrift|indirizzo|direccion|adres|morada',
    printed: '',
  },
  {
    id: 'buyer-address',
    kind: 'text',
    party: 'buyer',
    asked:
      'buyer address|address of the buyer|billing address|bill to address|recipient address|customer address|postal address of the customer|client address',
    printed:
      'rechnungsadresse|rechnungsanschrift|adresse de facturation|direccion de facturacion|indirizzo di fatturazione|factuuradres',
  },
  {
    id: 'seller-vat-id',
    kind: 'vat-id',
    party: 'seller',
    asked:
      'seller vat id|seller vat number|vat id|vat number|vat tax id seller|seller tax id|vat registration number|vat id of the seller|tax id|vat no|seller vat|seller uid|uid|issuer tax id|vendor tax id|gstin|gst number|tax registration number',
    printed:
      'ust id number|ust id|ust idnr|ustidnr|ust id no|umsatzsteuer id|umsatzsteuer identifikationsnummer|uid|uid number|uid nr|mwst number|tva intracommunautaire|numero tva|tva intra|n tva|id tva|numero de tva|tva number|identifiant tva|nif|cif|nif iva|numero iva|partita iva|p iva|btw number|btw id|btw nummer|contribuinte|nip|dic|adoszam|kozossegi adoszam|nipc|cnpj|contribuinte number|numero de contribuinte|vat reg no|vat registration no|vat reg number|vat id no|ust',
  },
  {
    id: 'buyer-vat-id',
    kind: 'vat-id',
    party: 'buyer',
    asked:
      'buyer vat id|buyer vat number|vat id of the buyer|buyer tax id|vat tax id buyer|buyer vat|buyer gstin|vat number of buyer|recipient tax id|recipient vat id|client tax id|customer tax id|customer vat id|client vat number|buyer uid',
    printed: 'vat number buyer|buyer vat',
  },
  {
    id: 'seller-tax-number',
    kind: 'identifier',
    party: 'seller',
    asked: 'seller tax number|tax number|tax office number|local tax id',
    printed: 'steuernummer|steuer nr|st nr|codice fiscale|ico|regon|ic',
  },
  {
    id: 'iban',
    kind: 'iban',
    asked:
      'iban|bank account|bank account number|account iban|iban of the bank account|iban of the bank account to pay to',
    printed:
      'iban|bankverbindung|compte bancaire|cuenta bancaria|conto corrente|rekeningnummer|numer konta|cislo uctu|bankszamlaszam',
  },
  {
    id: 'bic',
    kind: 'bic',
    asked: 'bic|swift|swift code|bic swift|swift bic|bic code|bank identifier code|bic swift code of the bank',
    printed: 'bic|swift|swift bic|bic swift',
  },
  {
    id: 'bank-name',
    kind: 'name',
    asked: 'bank name|bank|name of the bank',
    printed: 'bank|kreditinstitut|banque|banco|banca|geldinstitut|bankname|nazwa banku|nazev banky',
  },
  {
    id: 'account-holder',
    kind: 'name',
    asked: 'account holder|account owner|name of account holder|depositor|holder of the account|holder',
    printed:
      'kontoinhaber|depotinhaber|titulaire|titulaire du compte|titular|titular de la cuenta|intestatario|intestatario conto|rekeninghouder|wlasciciel konta|wlasciciel|majitel uctu|account holder|owner|begunstigter|beneficiary',
  },
  {
    id: 'email',
    kind: 'email',
    asked: 'email|email address|contact email',
    printed: 'email|e mail|courriel|correo electronico|correo',
  },
  {
    id: 'sender-email',
    kind: 'email',
    asked: 'sender email|email address of the sender|from email|seller email|from address',
    printed: '',
    weak: 'from|von|de|da|van',
    party: 'seller',
  },
  {
    id: 'buyer-email',
    kind: 'email',
    asked: 'buyer email|email address of the buyer|recipient email|to email',
    printed: '',
    weak: 'to|an|a|aan',
    party: 'buyer',
  },
  {
    id: 'phone',
    kind: 'phone',
    asked: 'phone|phone number|contact phone|telephone number|hotel phone|mobile|mobile phone|cell phone',
    printed: 'phone|ruf|fon|mobil|handy|mobile|fernruf|tel number',
  },
  {
    id: 'website',
    kind: 'url',
    asked: 'website|url|web address|web site|internet address',
    printed: 'website|site web|sito|pagina web',
  },
];

/** Words that schemas put before the parts of a party's address. */
const ROLE_WORDS = {
  seller: ['seller', 'company', 'shop', 'store', 'sender', 'provider', 'issuer', 'merchant'],
  buyer: ['buyer', 'recipient', 'bill to', 'billing', 'invoice to'],
  'ship-to': ['ship to', 'delivery', 'delivery address', 'shipping', 'deliver to'],
} as const;

/** Parts of an address and ways to reach someone, as they are asked for after the party's word. */
const PART_WORDS = [
  ['street', 'text', ['street', 'street address', 'address line 1', 'street and number']],
  ['postal-code', 'identifier', ['postal code', 'zip', 'zip code', 'postcode', 'postalcode']],
  ['city', 'name', ['city', 'town']],
  ['region', 'name', ['state', 'province', 'region']],
  ['phone', 'phone', ['phone', 'phone number', 'mobile']],
  ['email', 'email', ['email', 'email address']],
  ['website', 'url', ['website', 'url']],
] as const;

/** Street, town, phone ... of each party: no label says whose they are, the block they stand in does. */
export const PARTY_PART_CONCEPTS: readonly Concept[] = (['seller', 'buyer', 'ship-to'] as const).flatMap((party) =>
  PART_WORDS.filter(([part]) => !(part === 'email' && party !== 'ship-to')).map(([part, kind, words]) => ({
    id: `${party}-${part}`,
    kind,
    party,
    asked: ROLE_WORDS[party]
      .flatMap((role) => words.flatMap((word) => [`${role} ${word}`, `${word} of the ${role}`]))
      .join('|'),
    printed: part === 'phone' && party === 'seller' ? 'phone|ruf|fon|phone number' : '',
  })),
);
