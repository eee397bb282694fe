import type { Concept } from './concept';

/** Statements and securities, mail and travel, recipes, advertising orders, contracts, people. */
export const OTHER_CONCEPTS: readonly Concept[] = [
  {
    id: 'document-title',
    kind: 'text',
    asked:
      'title|title of the table|document title|headline|heading|title of the document|title of the page|report title',
    printed: '',
  },
  {
    id: 'advertiser-reference',
    kind: 'identifier',
    asked:
      'estimate number|alternative order number|alt order number|advertiser reference|advertiser code|agency reference|agency code|advertiser id|agency id',
    printed: '',
  },
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
      'stuck|nennwert|st|nominale|anzahl|stuck nominale|nominal|menge|quantite|titulos|quantita|aantal|ausgefuhrt|nombre de titres|anteile|ilosc|stueck',
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
      'beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|empfanger|auftraggeber|auftraggeber empfanger|zahlungsempfanger|name|zahlungspflichtiger|beneficiaire|tiers|beneficiario|ordenante|controparte|naam|naam tegenpartij|tegenpartij|tegenpartij naam|nadawca odbiorca|odbiorca|kontrahent|nazev protistrany|nazev protiuctu|protistrana|partner neve|partner|counterparty name|payee name|merchant|name payee',
    weak: 'name',
  },
  {
    id: 'payment-reference',
    kind: 'text',
    asked:
      'purpose|payment reference|payment reference text|description|booking text|remittance information|reference text|memo|note|details|text|narrative|transaction description',
    printed:
      'verwendungszweck|buchungstext|zahlungsreferenz|text|umsatztext|beschreibung|umsatzinfo|libelle|motif|intitule|concepto|descripcion|observaciones|causale|descrizione|omschrijving|mededelingen|mededeling|tytul|tytul operacji|opis|opis operacji|zprava|popis|zprava pro prijemce|kozlemeny|memo|description|payment details|details|note|notes|narrative|transaction description|comment',
  },
  {
    id: 'transaction-amount',
    kind: 'amount',
    asked: 'amount|transaction amount|amount negative for debits|value|sum',
    printed:
      'betrag|umsatz|betrag eur|montant|importe|importo|bedrag|valor|kwota|castka|objem|osszeg|amount|amount eur|amount usd|billing amount|transaction amount',
  },

  {
    id: 'subject',
    kind: 'text',
    asked: 'subject|subject of the mail|mail subject|email subject|subject line',
    printed: 'subject|betreff|objet|asunto|oggetto|onderwerp|assunto|temat|predmet|targy',
  },
  {
    id: 'sent-date',
    kind: 'date',
    asked: 'sent date|date sent|date the mail was sent|sent|mail date|sent at',
    printed: 'date|sent|gesendet|datum|envoye|enviado|inviato|verzonden',
  },
  {
    id: 'tracking-number',
    kind: 'identifier',
    asked: 'tracking number|parcel tracking number|tracking number of the parcel|tracking id|shipment number',
    printed:
      'tracking number|tracking|sendungsnummer|paketnummer|sendungsverfolgung|numero de suivi|numero de seguimiento|numero di tracking|tracknummer|trackingnumber|numer przesylki|cislo zasilky|waybill|awb',
  },
  {
    id: 'booking-reference',
    kind: 'identifier',
    asked:
      'booking reference|reservation number|booking number|confirmation number|booking code|reservation|record locator|pnr|booking id|booking|ticket number|booking reservation number',
    printed:
      'booking reference|buchungsnummer|buchungscode|reservierungsnummer|reservierungscode|bestatigungsnummer|reference de reservation|numero de reservation|dossier|localizador|numero de reserva|codice prenotazione|numero prenotazione|reserveringsnummer|boekingsnummer|numer rezerwacji|cislo rezervace|foglalasi szam|confirmation code|confirmation no|itinerary number|ticket',
  },
  {
    id: 'passenger',
    kind: 'name',
    asked:
      'passenger name|name of the traveller|guest name|traveller|passenger|guest|name of the traveller or guest|name of guest',
    printed:
      'passenger|passagier|reisender|fahrgast|gast|gastname|voyageur|passager|pasajero|huesped|passeggero|ospite|reiziger|pasazer|cestujici|utas|guest|booked by|name|traveler|travelers',
  },
  {
    id: 'check-in',
    kind: 'date',
    asked: 'check in|arrival date|check in date|arrival|from date',
    printed: 'check in|anreise|ankunft|arrivee|entrada|llegada|arrivo|aankomst|przyjazd|prijezd|checkin|arrive',
  },
  {
    id: 'check-out',
    kind: 'date',
    asked: 'check out|departure date|check out date|departure|to date',
    printed: 'check out|abreise|depart|salida|partenza|vertrek|wyjazd|odjezd|checkout|leave',
  },
  {
    id: 'hotel-name',
    kind: 'name',
    asked: 'hotel name|name of the hotel|hotel|property name|accommodation',
    printed: 'hotel|unterkunft|hebergement|alojamiento|alloggio|property|accommodation',
  },
  {
    id: 'hotel-city',
    kind: 'name',
    asked: 'hotel city|city of the hotel|city|town',
    printed: 'stadt|ort|ville|ciudad|citta|stad|miasto|mesto|city',
  },
  {
    id: 'origin',
    kind: 'name',
    asked: 'origin|departure airport|departure station|from|from station|departure place',
    printed: 'von|ab|abfahrtsort|abflug|de|depart|origen|partenza|van|vertrek|z|odkud|from|departs|departure',
  },
  {
    id: 'destination',
    kind: 'name',
    asked: 'destination|arrival airport|arrival station|to|to station|arrival place',
    printed: 'nach|ziel|an|zielort|arrivee|destino|arrivo|naar|aankomst|do|kam|to|arrives|arrival',
  },
  {
    id: 'departure-time',
    kind: 'date',
    asked: 'departure|departure time|local departure time|departs|departure date time',
    printed: 'abfahrt|abflug|depart|salida|partenza|vertrek|odjazd|odjezd|departure|departs|dep',
  },
  {
    id: 'arrival-time',
    kind: 'date',
    asked: 'arrival|arrival time|local arrival time|arrives|arrival date time',
    printed: 'ankunft|arrivee|llegada|arrivo|aankomst|przyjazd|prijezd|arrival|arrives|arr',
  },

  { id: 'recipe-title', kind: 'text', asked: 'name of the recipe|recipe name|recipe title|recipe', printed: '' },
  {
    id: 'ingredients',
    kind: 'text',
    asked: 'ingredients|recipe ingredient|ingredient|ingredients with amounts',
    printed:
      'ingredients|zutaten|ingredientes|ingredienti|ingredienten|ingredient|skladniki|suroviny|ingredience|hozzavalok|benodigdheden',
  },
  {
    id: 'instructions',
    kind: 'text',
    asked: 'instructions|preparation steps|recipe instructions|steps|directions|method|preparation',
    printed:
      'instructions|directions|method|zubereitung|preparation|etapes|preparacion|elaboracion|instrucciones|preparazione|procedimento|bereiding|bereidingswijze|modo de preparo|preparo|przygotowanie|postup|elkeszites|zo maak je|steps|how to make',
  },
  {
    id: 'total-minutes',
    kind: 'quantity',
    asked: 'total minutes|total time|total time in minutes|total time minute',
    printed:
      'total time|gesamtzeit|bereidingstijd|zubereitungszeit|tempo de preparo|preparation time|tiempo de preparacion|temps de preparation|total|totaal|temps total|tiempo total|tempo totale|totale tijd|tempo total|czas|celkovy cas|ready in',
  },
  {
    id: 'servings',
    kind: 'quantity',
    asked: 'servings|number of servings|portions|yield|recipe yield|serves',
    printed:
      'servings|serves|yield|portionen|personen|portions|personnes|raciones|porciones|porzioni|personen|porties|porcoes|rendimento|porcje|porce|adag',
  },
  {
    id: 'author',
    kind: 'name',
    asked: 'author|written by|by|author name',
    printed: 'author|autor|auteur|autore|door|von|par|por|by|written by',
  },

  {
    id: 'advertiser',
    kind: 'name',
    asked: 'advertiser|advertiser name',
    printed: 'advertiser|werbekunde|annonceur|anunciante',
  },
  { id: 'agency', kind: 'name', asked: 'agency|agency name', printed: 'agency|agentur|agence' },
  {
    id: 'flight-from',
    kind: 'date',
    asked:
      'flight from|first day of the flight|flight start|contract start date|start date|period start|period from|first day of flight contract period|begin date|valid from',
    printed:
      'order flight|contract dates|flight dates|schedule dates|flight start|start date|flight|contract from|beginn|date de debut|fecha de inicio|start|from date|contract period|flight start date|schedule dates|order flight',
  },
  {
    id: 'flight-to',
    kind: 'date',
    asked:
      'flight to|last day of the flight|flight end|contract end date|end date|period end|period to|last day of flight contract period|valid to|valid until|expiry date',
    takes: 'last',
    printed:
      'order flight|contract dates|flight dates|schedule dates|contract period|flight end|end date|contract to|ende|date de fin|fecha de fin|end|to date|flight end date',
  },

  {
    id: 'effective-date',
    kind: 'date',
    asked: 'effective date|date the agreement takes effect|agreement date|date of agreement|commencement date',
    printed: 'effective date|inkrafttreten|date d effet|vertragsbeginn|dated as of|effective as of',
  },
  {
    id: 'governing-law',
    kind: 'name',
    asked: 'jurisdiction|governing law|state or country whose law governs the agreement|applicable law',
    printed: 'governing law|jurisdiction|anwendbares recht|droit applicable|ley aplicable',
  },
  {
    id: 'contract-parties',
    kind: 'name',
    asked: 'parties|names of the contracting parties|contracting parties|party',
    printed: 'parties|vertragsparteien|les parties|partes|parti',
  },
  {
    id: 'contract-term',
    kind: 'duration',
    asked: 'term|how long the agreement runs|duration|contract term|agreement term|period of agreement',
    printed: 'laufzeit|vertragslaufzeit|duree|duracion|durata|looptijd',
  },

  {
    id: 'person-name',
    kind: 'name',
    asked: 'full name|candidate name|person name|name of the candidate|name of the person',
    printed: 'name|nom|nombre|nome|naam|vor und nachname',
  },
  {
    id: 'birth-date',
    kind: 'date',
    asked: 'date of birth|birth date|birthday|dob',
    printed:
      'geburtsdatum|geboren am|geboren|date de naissance|fecha de nacimiento|data di nascita|geboortedatum|data urodzenia|datum narozeni|szuletesi datum',
  },
];
