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
    asked: 'value date|settlement date|valuta',
    printed:
      'valuta|wert|wertstellung|valutadatum|date de valeur|fecha valor|data valuta|data waluty|datum valuty|settlement',
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
    asked: 'closing balance|balance|new balance|final balance',
    printed: 'saldo|kontostand|neuer saldo|endsaldo|solde|nouveau solde|saldo final|saldo finale|eindsaldo',
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
