import { fold } from '../../values/fold';

export type PartyRole = 'seller' | 'buyer' | 'ship-to';

/** Words that head the part of a page about a party, folded; the first that fits wins, so what is longer stands first. */
const HEADS: readonly (readonly [PartyRole, RegExp])[] = [
  [
    'ship-to',
    /^(?:ship(?:ped|ping)?(?: to| address)|deliver(?:y|ed)? (?:to|address)|deliver to|consignee|liefer(?:adresse|anschrift)|warenempfanger|versandadresse|livr(?:e|er|aison) a|adresse de livraison|direccion de (?:entrega|envio)|enviar a|indirizzo di consegna|destinazione|luogo di consegna|spedire a|(?:aflever|bezorg|lever)adres|adres dostawy|dodaci adresa|szallitasi cim|(?:morada|endereco) de (?:entrega|envio)|entregar (?:a|em))(?![\p{L}])/u,
  ],
  [
    'seller',
    /^(?:datos (?:del )?(?:emisor|vendedor|proveedor)|(?:coordonnees|informations) (?:du |de l')?(?:vendeur|emetteur|fournisseur)|dati (?:del )?(?:fornitore|cedente)|seller|supplier|vendor|from|remit to|issued by|issuer|biller|verkaufer|lieferant|rechnungs(?:steller|ersteller)|absender|leistungserbringer|vendeur|fournisseur|emetteur|expediteur|prestataire|proveedor|emisor|vendedor|remitente|fornitore|cedente|mittente|prestatore|leverancier|verkoper|afzender|sprzedawca|wystawca|dodavatel|elado|szallito|fornecedor|emitente)(?![\p{L}])/u,
  ],
  [
    'buyer',
    /^(?:datos (?:del )?(?:cliente|comprador)|(?:coordonnees|informations) (?:du |de l')?(?:client|acheteur)|dati (?:del )?(?:cliente|cessionario)|bill(?:ed|ing)?(?: to| address)|sold to|invoiced? to|invoice address|buyer|customer(?: details)?|client|purchaser|to|kunde|kaufer|auftraggeber|rechnung(?:sempfanger|sadresse|sanschrift| an)|leistungsempfanger|empfanger|besteller|an|acheteur|destinataire|adressee? a|factur(?:e|er|ee) a|adresse de facturation|cliente|comprador|destinatario|facturar a|facturado a|direccion de facturacion|acquirente|cessionario|committente|spett(?:\.|abile)?(?: ?le)?|intestatario|indirizzo di fatturazione|klant|afnemer|koper|aan|factuuradres|factureren aan|nabywca|kupujacy|odberatel|kupujici|vevo|vasarlo|adquirente|(?:morada|endereco) de (?:faturacao|cobranca)|faturar a|attn|attention)(?![\p{L}])/u,
  ],
];

/** Letters a heading may have besides the words that make it one. */
const MOST_BESIDE = 22;

/** Whose part of the page a line heads ("Bill to:", "Datos del cliente", "Lieferanschrift"); null: no heading of a party. */
export function headedParty(text: string): PartyRole | null {
  const plain = fold(text).replace(/^[^\p{L}]+/u, '');
  if (plain.length > 60 || /\d/.test(plain)) return null;
  for (const [role, words] of HEADS) {
    const found = words.exec(plain);
    if (found === null) continue;
    const rest = plain.slice(found[0].length);
    return /^[\s:.]*$/.test(rest) || (/^\s*[/(:-]/.test(rest) && rest.length <= MOST_BESIDE) ? role : null;
  }
  return null;
}
