/** Words in running text after which a value of a concept follows. */
export interface ProseCue {
  readonly concept: string;
  readonly words: RegExp;
  /** Where the value stands behind the words: a typed value within so many characters, or what this pattern takes. */
  readonly value: number | RegExp;
  readonly score: number;
}

const WORD = /\p{Lu}[\p{L}'’-]+/u.source;
/** "the State of New York", "England and Wales": capitalised words, the name itself in the first group. */
const NAME = new RegExp(
  `^(?:the )?(?:(?:[Ss]tate|[Cc]ommonwealth|[Pp]rovince|[Rr]epublic|[Kk]ingdom|Federal Republic) of )?(?:the )?(${WORD}(?: (?:(?:and|of|the|und) )?${WORD})*)`,
  'u',
);

/** In all languages; what is said of one concept may stand in several. */
export const PROSE_CUES: readonly ProseCue[] = [
  {
    concept: 'due-date',
    words:
      /(?:zahlbar|zahlen|überweis\p{L}*|begleichen|fällig|payable|pay|remit|due|settle|régler|réglement|règlement|payer|pagar|abonar|pagare|pagamento|betalen|voldoen|overmaken|zapłaty|zapłać|uhraďte|uhradit|fizetendő|fizetni)(?![\p{L}])[^.\d]{0,60}(?:\d{1,3} \p{L}+[^.\d]{0,20})?(?:bis|until|by|before|on|avant|au|hasta|antes|entro|voor|do|am|:)(?: zum| spätestens| le| el| il| the)?\s*/giu,
    value: 4,
    score: 0.75,
  },
  {
    concept: 'invoice-date',
    words:
      /(?:rechnung|invoice|facture|factura|fattura|factuur|faktura)[^\n]{0,36}?\s(?:vom|von|dated|issued at|issued on|du|de fecha|del|van|z dne|ze dne)\s/giu,
    value: 3,
    score: 0.62,
  },
  {
    concept: 'trade-date',
    words:
      /(?:kauf|verkauf|order|ausgeführt|executed|bought|sold|purchase|sale|achat|vente|exécuté|compra|venta|acquisto|vendita|aankoop|verkoop)(?!\p{L})[^.\n]{0,40}?\s(?:am|on|vom|le|du|el|il|del|op)\s+/giu,
    value: 2,
    score: 0.6,
  },
  {
    concept: 'effective-date',
    words:
      /(?:effective (?:as of|date|on)|dated (?:as of|this)?|entered into|made and entered into|is made|as of)(?: (?:as of|on|this|the|by|effective))*[\s,:(“"]*/giu,
    value: 14,
    score: 0.68,
  },
  {
    concept: 'flight-from',
    words:
      /(?:beginnt|beginn|starts?|begins?|commences?|commencing|prend effet|débute|commence|comienza|empieza|inizia|decorre|begint|gaat in|a contar desde|à compter|con decorrenza|com início|mit wirkung|ab dem|with effect)(?: (?:am|on|as of|from|le|el|du|il|dal|em|vom|op|à compter du|a partir del?))*\s+/giu,
    value: 4,
    score: 0.62,
  },
  {
    concept: 'flight-to',
    words:
      /(?:endet|ends?|expires?|terminates?|prend fin|expire|finaliza|termina|vence|scade|scadenza|eindigt|com termo|e termo|término|hasta|jusqu['’]au|fino al|até)(?: (?:am|on|le|el|il|op|em))*\s+/giu,
    value: 4,
    score: 0.6,
  },
  {
    concept: 'delivery-date',
    words:
      /(?:arrive|arrives|arriving|be delivered|delivery|delivered|zugestellt|zustellung|geliefert|eintreffen|livré(?:e|s)?|livraison|arrivera|entregad[oa]|entregaremos|llegará|consegnat[oa]|arriverà|bezorgd|geleverd|dostarczy|dostarczymy|doručíme)(?! to)[^.\d]{0,40}?(?:on|by|am|bis|le|el|il|op|for|ją|dnia|:)\s+/giu,
    value: 14,
    score: 0.62,
  },
  {
    concept: 'ship-date',
    words:
      /(?:shipped|dispatched|sent out|versandt|versendet|verschickt|expédiée?s?|enviad[oa]|spedit[oa]|verzonden)[^.\d]{0,24}?(?:on|am|le|el|il|op)\s+/giu,
    value: 8,
    score: 0.64,
  },
  {
    concept: 'notice-period',
    words:
      /\b(?:upon|by|with|giving|least|mit einer frist von|avec un préavis de|con un preaviso de|con preavviso di)\s+(?=[^.;]{3,40}(?:notice|frist|kündig|préavis|preaviso|preavviso|\.|,))/giu,
    value: 3,
    score: 0.6,
  },
  {
    concept: 'notice-period',
    words:
      /\b(?:préavis|preaviso|preavviso|aviso prévio|pré-aviso|antecedência|antelación|frist|opzegtermijn)(?: mínim[oa]| minimum| minima)? (?:de|di|von|van)\s+/giu,
    value: 3,
    score: 0.7,
  },
  { concept: 'notice-period', words: /\b(?:on|upon)\s+(?=[^.;]{3,40}notice)/giu, value: 3, score: 0.62 },
  {
    concept: 'contract-term',
    words:
      /\b(?:durée|duración|durata|prazo|dauer|laufzeit|duur|duração)(?: (?:beträgt|inicial|initiale|iniziale))? ?(?:de|di|von|van)?\s+/giu,
    value: 3,
    score: 0.68,
  },
  {
    concept: 'governing-law',
    words:
      /(?:laws? (?:of|in force in)|governed by(?: and construed)?(?: in accordance with)?(?: the)?(?: laws? of)?|jurisdiction of the courts of|courts (?:of|in))\s+/giu,
    value: NAME,
    score: 0.72,
  },
  {
    concept: 'governing-law',
    words: /(?:gilt|unterliegt|anwendbar ist|findet|overeenkomst is)(?: (?:das|dem|ausschließlich|uitsluitend))*\s+/giu,
    value: /^(\p{L}+ (?:Recht|recht))(?!\p{L})/u,
    score: 0.66,
  },
  {
    concept: 'governing-law',
    words:
      /(?:régie?s? par|soumise?s? au|se rige por|se regirá por|regid[oa] por|regolat[oa] (?:dalla|dal)|disciplinat[oa] (?:dalla|dal))\s+(?:le |la |el |las )?/giu,
    value: /^((?:droit|loi|ley|leyes|legislación|legge|diritto) \p{L}+)/iu,
    score: 0.66,
  },
  {
    concept: 'governing-law',
    words:
      /governed by(?: and (?:construed|interpreted))?(?: in accordance with)?(?: the)?(?: internal)?(?: laws? of)?\s+/giu,
    value: NAME,
    score: 0.8,
  },
  {
    concept: 'contract-term',
    words:
      /(?:for a (?:period|term) of|(?:period|term|duration) (?:of|shall be|is)|shall (?:remain|continue|expire|terminate|be)[^.]{0,90}?(?:for(?: a period of)?|within|entirety|effect|upon)|until|expires?|terminates?|survive[^.]{0,60}?for(?: a period of)?)\s+(?:a period of |the )?/giu,
    value: 5,
    score: 0.66,
  },
  {
    concept: 'carrier',
    words:
      /(?:shipped|sent|dispatched|delivered|versandt|versendet|verschickt|übergeben|expédiée?s?|remise?s?|confiée?s?|enviad[oa]s?|entregad[oa]s?|spedit[oaie]|affidat[oa]|verzonden|meegegeven)(?!\p{L})[^.\n]{0,40}?\s(?:with|via|by|to|mit|per|durch|an|par|avec|à|con|por|tramite|al corriere|a|met|door|aan)\s+(?:the |our )?/gu,
    value:
      /^(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)(\p{Lu}[\p{L}&-]*(?: \p{Lu}[\p{L}&-]*){0,2})/u,
    score: 0.6,
  },
  {
    concept: 'governing-law',
    words: /(?:aplicando-se|aplica-se|aplicável|rege-se|regid[oa]|regulad[oa])\s+(?:por |pela |pelo |a |o |à |ao )*/giu,
    value: /^((?:lei|legislação|direito) \p{L}+)/iu,
    score: 0.68,
  },
  {
    concept: 'court-venue',
    words:
      /(?:gerichtsstand|foro|tribunal(?: \p{L}+)?|comarca|tribunaux|fuero|rechter|rechtbank|courts?)(?::|[^.,;:]{0,40}? (?:ist|sind|is|est|es|é|è|será))?(?: (?:of|in|de la|de|da|do|di|der|von|te|la))*\s+/giu,
    value: new RegExp(`^(${WORD}(?: (?:(?:am|an der|im|de|do|da) )?${WORD}){0,2})`, 'u'),
    score: 0.66,
  },
  {
    concept: 'paid-amount',
    words:
      /(?:as an?|als|à titre de|a título de|a titolo di)\s(?:security )?(?:kaution|mietkaution|deposit|dépôt de garantie|caution|fianza|cauzione|deposito cauzionale|caução|waarborgsom|borg)[^.\d]{0,50}?/giu,
    value: 50,
    score: 0.66,
  },
  {
    concept: 'order-date',
    words:
      /(?:bestellung|auftrag|order|commande|pedido|ordine|bestelling|encomenda|zamówieni\p{L})(?!\p{L})[^.\n\d]{0,24}?\s(?:vom|of|dated|placed on|du|del|de|van|z dnia)\s+/giu,
    value: 3,
    score: 0.62,
  },
  { concept: 'sender-email', words: /\bfrom:?\s+[^<\n]{0,60}</giu, value: 2, score: 0.8 },
  {
    concept: 'passenger',
    words: /\b(?:dear|hello|hi|guten tag|bonjour|hola|liebe[r]?|beste)\s+(?:mr\.?|mrs\.?|ms\.?|herr|frau)?\s*/giu,
    value: /^(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]+){1,3})/u,
    score: 0.5,
  },
];
