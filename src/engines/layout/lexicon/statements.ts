import type { Concept } from './concept';

/** Bank statements, bookings and securities. */
export const STATEMENT_CONCEPTS: readonly Concept[] = [
  { id: 'isin', kind: 'isin', asked: 'isin|isin of the security|isin code', printed: 'isin|code isin|isin code' },
  {
    id: 'wkn',
    kind: 'identifier',
    asked: 'wkn|securities number|german securities number|valor number|security number',
    printed: 'wkn|wpknr|wpknr isin|wkn isin|wertpapierkennnummer|wpkn|valor|valoren number',
  },
  {
    id: 'security-name',
    kind: 'text',
    asked: 'security name|name of the security|security|instrument|fund name|share name',
    printed:
      'wertpapier|wertpapierbezeichnung|wertpapier bezeichnung|bezeichnung|gattungsbezeichnung|valeur|titre|designation valeur|nom valeur|informations valeur|titolo|valor|effect|fonds|instrument|fund',
  },
  {
    id: 'trade-date',
    kind: 'date',
    asked: 'trade date|execution date|transaction date|date of trade|trading day',
    printed:
      'handelstag|schlusstag|schlusstag zeit|ausfuhrungstag|ausfuhrungsdatum|handelsdatum|geschaftstag|schluss tag|abschlusstag|auftragsdatum|date execution|date d execution|date operation|fecha operacion|fecha de ejecucion|data operazione|data esecuzione|transactiedatum|uitvoeringsdatum|data transakcji|datum obchodu|handelstag zeit|orderdatum|date heure locale execution|trade time',
    weak: 'datum|date',
  },
  {
    id: 'value-date',
    kind: 'date',
    asked: 'value date|settlement date|valuta|settlement day',
    printed:
      'valuta|wert|wertstellung|date de reglement|date reglement|fecha de liquidacion|data regolamento|afwikkelingsdatum|settlement date|valutadatum|date de valeur|fecha valor|data valuta|data waluty|datum valuty|settlement',
  },
  {
    id: 'booking-date',
    kind: 'date',
    asked: 'booking date|posting date|date of the transaction|transaction date|date|day',
    printed:
      'buchungstag|buchungsdatum|buchung|datum|date operation|date|fecha|fecha operacion|data|data operazione|boekdatum|data ksiegowania|data operacji|datum zauctovani|konyveles datuma|posted|date of booking|completed date|started date',
  },
  {
    id: 'shares',
    kind: 'quantity',
    asked: 'shares|number of shares|quantity of shares|units of security|nominal',
    printed:
      'quantity|shares|stuck|nennwert|st|nominale|anzahl|stuck nominale|nominal|menge|quantite|titulos|quantita|aantal|ausgefuhrt|nombre de titres|anteile|ilosc|stueck',
  },
  {
    id: 'share-price',
    kind: 'amount',
    asked: 'share price|execution price|price per share|rate|quote',
    printed: 'kurs|ausfuhrungskurs|zum kurs|cours|cours execute|precio|prezzo|koers|ausfuhrungskurs|kurs pro stuck',
  },
  {
    id: 'balance',
    kind: 'amount',
    asked: 'closing balance|balance|new balance|final balance|ending balance|account balance|balance at the end',
    printed:
      'neuer kontostand|saldo|kontostand|neuer saldo|endsaldo|schlusssaldo|nuevo saldo|saldo actual|nieuw saldo|ending balance|closing balance|balance carried forward|saldo koncowe|konecny zustatek|zaro egyenleg|solde|nouveau solde|saldo final|saldo finale|eindsaldo',
  },
  {
    id: 'opening-balance',
    kind: 'amount',
    asked:
      'opening balance|beginning balance|previous balance|starting balance|old balance|balance brought forward|initial balance',
    printed:
      'anfangssaldo|alter kontostand|alter saldo|saldo alt|saldovortrag|ubertrag|ancien solde|solde precedent|solde initial|saldo anterior|saldo inicial|saldo iniziale|saldo precedente|vorig saldo|beginsaldo|oud saldo|saldo poczatkowe|pocatecni zustatek|nyito egyenleg|balance forward|balance brought forward|previous statement balance',
  },
  {
    id: 'money-in',
    kind: 'amount',
    asked: 'total deposits|deposits|total credits|money in|paid in|total paid in|sum of credits',
    printed:
      'gutschriften|summe gutschriften|haben|summe haben|eingange|total des credits|total credits|total abonos|abonos|total haber|entrate|totale entrate|totale avere|totaal bij|bijschrijvingen|deposits and additions|deposits and other credits|deposits credits|payments in',
  },
  {
    id: 'money-out',
    kind: 'amount',
    asked: 'total withdrawals|withdrawals|total debits|money out|paid out|total paid out|sum of debits',
    printed:
      'belastungen|summe belastungen|soll|summe soll|ausgange|total des debits|total debits|total cargos|cargos|total debe|uscite|totale uscite|totale dare|totaal af|afschrijvingen|withdrawals and debits|withdrawals debits|checks and withdrawals|payments out',
  },
  {
    id: 'statement-number',
    kind: 'identifier',
    asked: 'statement number|number of the statement|statement id|bank statement number|sheet number',
    printed:
      'auszug|auszug nr|kontoauszug|kontoauszug nr|auszugsnummer|releve number|releve de compte|numero de releve|numero de extracto|extracto|numero estratto|estratto conto|afschrift|afschriftnummer|volgnummer|rekeningafschrift|wyciag|cislo vypisu|extrato|numero do extrato|statement|statement no',
  },
  {
    id: 'market-value',
    kind: 'amount',
    asked:
      'market value|market value before fees|value of the securities|value before fees|gross amount before fees|trade value|gross trade value|consideration',
    printed:
      'kurswert|montant brut|importe bruto|importe efectivo|efectivo|controvalore|valore di mercato|effectenwaarde|market value|consideration|bruttobetrag|gross amount|principal',
    shares: ['total-gross'],
  },
  {
    id: 'dividend-per-share',
    kind: 'amount',
    asked: 'dividend per share|dividend rate|distribution per share|dividend per unit',
    printed:
      'dividende pro stuck|bruttodividende pro stuck|bruttodividende je stuck|bruttodividende pro aktie|bruttodividende je aktie|dividende brut par action|dividende brut unitaire|coupon brut|dividendo lordo per azione|dividendo unitario lordo|bruto dividend per aandeel|gross dividend per share|gross rate per share|dividende je stuck|dividende pro aktie|dividende je aktie|ausschuttung pro stuck|ausschuttung je stuck|ausschuttung pro anteil|ertrag pro stuck|dividende par action|dividende unitaire|coupon unitaire|dividendo por accion|dividendo unitario|dividendo bruto por accion|dividendo per azione|dividend per aandeel|dividend per share|rate per share',
  },
  {
    id: 'ex-date',
    kind: 'date',
    asked: 'ex date|ex dividend date|ex day',
    printed:
      'ex tag|ex date|ex dividende tag|extag|date de detachement|date detachement|fecha ex dividendo|fecha ex|data stacco|ex datum|ex dividend date',
  },
  {
    id: 'payment-date',
    kind: 'date',
    asked: 'payment date|pay date|date of payment|payable date|paid on|date paid',
    printed:
      'zahlbarkeitstag|zahltag|zahlungstag|zahlungsdatum|bezahlt am|gezahlt am|date de paiement|date paiement|mise en paiement|fecha de pago|fecha pago|data pagamento|data di pagamento|betaaldatum|betaald op|pay date|paid on|payable date|data zaplaty',
  },
  {
    id: 'trading-venue',
    kind: 'name',
    asked: 'trading venue|exchange|stock exchange|place of execution|venue of execution|market of execution',
    printed:
      'handelsplatz|borse|borsenplatz|ausfuhrungsplatz|handelsort|lieu d execution|place d execution|place de cotation|marche|bourse|mercado|bolsa|mercato|borsa|beurs|plaats van uitvoering|gielda|trading venue|stock exchange|exchange|execution venue',
  },
  {
    id: 'exchange-rate',
    kind: 'amount',
    asked: 'exchange rate|fx rate|conversion rate|currency rate|foreign exchange rate',
    printed:
      'devisenkurs|wechselkurs|umrechnungskurs|umrechnungskurs eur|taux de change|cours de change|tipo de cambio|cambio|tasso di cambio|wisselkoers|kurs waluty|smenny kurz|arfolyam|exchange rate|fx rate',
  },
  {
    id: 'withholding-tax',
    kind: 'amount',
    asked: 'withholding tax|capital gains tax|tax withheld|withheld tax',
    printed:
      'kapitalertragsteuer|kapitalertragssteuer|kapitalertragst|kest|quellensteuer|abgeltungsteuer|retenue a la source|prelevement|retencion|retencion irpf|ritenuta|ritenuta d acconto|bronbelasting|dividendbelasting|withholding tax|tax withheld',
  },
  {
    id: 'solidarity-surcharge',
    kind: 'amount',
    asked: 'solidarity surcharge|solidarity tax',
    printed: 'solidaritatszuschlag|soli',
  },
  {
    id: 'counterparty',
    kind: 'name',
    asked: 'counterparty|payee|payer|payee or payer|name of the other party|other party|beneficiary|partner',
    printed:
      'beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|empfanger|auftraggeber|auftraggeber empfanger|zahlungsempfanger|name|zahlungspflichtiger|beneficiaire|tiers|beneficiario|ordenante|controparte|naam|naam omschrijving|naam tegenpartij|tegenpartij|tegenpartij naam|nadawca odbiorca|odbiorca|kontrahent|nazev protistrany|nazev protiuctu|protistrana|partner neve|partner|counterparty name|payee name|merchant|name payee',
    weak: 'name',
  },
  {
    id: 'payment-reference',
    kind: 'text',
    asked:
      'purpose|payment reference|payment reference text|description|booking text|remittance information|reference text|memo|note|details|text|narrative|transaction description',
    printed:
      'verwendungszweck|buchungsdetails|mededelingen|omschrijving|buchungstext|transaction details|reference|zahlungsreferenz|text|umsatztext|beschreibung|umsatzinfo|libelle|motif|intitule|concepto|descripcion|observaciones|causale|descrizione|omschrijving|mededelingen|mededeling|tytul|tytul operacji|opis|opis operacji|zprava|popis|zprava pro prijemce|kozlemeny|memo|description|payment details|details|note|notes|narrative|transaction description|comment',
  },
  {
    id: 'transaction-amount',
    kind: 'amount',
    asked: 'amount|transaction amount|amount negative for debits|value|sum',
    printed:
      'betrag|umsatz|betrag eur|montant|importe|importo|bedrag|valor|kwota|castka|objem|osszeg|amount|amount eur|amount usd|billing amount|transaction amount',
  },
];
