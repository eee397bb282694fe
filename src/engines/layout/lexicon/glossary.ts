import { GLOSSES_OF_FORMS } from './glosses-of-forms';
import { GLOSSES_OF_PAGES } from './glosses-of-pages';
import { GLOSSES_OF_TABLES } from './glosses-of-tables';
import { PORTUGUESE } from './portuguese';
import { tokens } from './tokens';

/**
 * Words of labels by what they mean: an English headword (of one or two words), then words of other languages and of
 * English that say the same, folded. Labels that no concept lists are matched with what is asked through these.
 */
const GLOSSES: Readonly<Record<string, string>> = {
  // People and their papers
  name: 'names nom nombre nome naam nazwa nazev nev denominazione denominacion raison bezeichner namn navn',
  'first name': 'firstname forename vorname prenom voornaam imie jmeno keresztnev given',
  'last name':
    'lastname surname nachname familienname apellido apellidos cognome achternaam nazwisko prijmeni vezeteknev',
  birth: 'born geburt geburts geboren geb naissance ne nacimiento nascita nato geboorte urodzenia narozeni szuletesi',
  'birth place': 'geburtsort geburtsstadt geboorteplaats',
  place: 'lieu lugar luogo plaats places',
  nationality:
    'citizenship staatsangehorigkeit nationalitat staatsburgerschaft nationalite nacionalidad cittadinanza nazionalita nationaliteit obywatelstwo',
  gender: 'sex geschlecht sexe sexo sesso genere geslacht',
  'marital status': 'familienstand zivilstand civilstand',
  status: 'state zustand etat statut estado stato',
  occupation: 'profession beruf metier profesion professione beroep zawod povolani job',
  employer: 'arbeitgeber employeur empleador empresa datore werkgever',
  signature: 'signed unterschrift firma handtekening podpis alairas signataire',
  contact:
    'ansprechpartner kontakt contacto contatto contactpersoon ansprechperson interlocuteur kontaktperson referente sachbearbeiter sachbearbeiterin bearbeiter bearbeiterin clerk',
  person: 'persona personne persoon osoba',
  director:
    'geschaftsfuhrer geschaftsfuhrung geschaftsfuhrerin gerant directeur administrador amministratore bestuurder ceo managing',
  owner:
    'inhaber inhaberin holder titulaire titular titolare intestatario proprietaire propietario proprietario eigenaar houder wlasciciel majitel vlastnik tulajdonos posiadacz',
  applicant:
    'antragsteller antragstellerin demandeur solicitante richiedente aanvrager bewerber candidate candidat candidato',
  patient: 'patientin paciente paziente',
  insurance: 'versicherung versicherungs assurance seguro assicurazione verzekering insurer versicherer',
  policy: 'police poliza polizza polis versicherungsschein policenummer',
  claim: 'schaden schadens sinistre siniestro sinistro',
  member: 'mitglied mitglieds membre socio lid members',
  // Places
  street: 'strasse str rue calle via straat ulica ulice utca road avenue avenida',
  city: 'town stadt ort ville localite commune ciudad poblacion localidad citta comune plaats woonplaats miasto mesto varos',
  'postal code': 'zip postcode postalcode plz postleitzahl cp cap zipcode psc kod irsz',
  country: 'land pays pais paese kraj zeme orszag nation',
  region: 'bundesland kanton canton departement provincia province provincie comunidad wojewodztwo kraj county',
  // Trade
  order:
    'bestell bestellung bestellungs auftrag auftrags commande commandes pedido pedidos ordine ordini bestelling zamowienie zamowienia objednavka objednavky rendeles po',
  invoice:
    'rechnung rechnungs facture factures facturation factura facturas fattura fatture factuur faktura faktury fatura szamla bill billing',
  receipt:
    'quittung bon beleg kassenbon kassenbeleg ticket recu tique recibo scontrino ricevuta bonnetje kassabon paragon uctenka nyugta',
  delivery:
    'lieferung liefer lieferungs zustellung zustell livraison entrega consegna levering lever leverings bezorging bezorg dostawa dostawy dodani doruceni szallitas delivered arrival',
  ship: 'shipping shipment shipped dispatch despatch dispatched versand versandt sendungs expedition expedie expediee envio enviado spedizione spedito verzending verzend wysylka odeslani freight',
  date: 'datum data fecha tag day jour dia giorno dag dzien den datumu dates',
  time: 'uhrzeit zeit heure hora ora tijd godzina cas ido',
  due: 'fallig falligkeits falligkeit echeance vencimiento scadenza verval platnosci splatnosti',
  payment:
    'zahlung zahlungs zahl paiement reglement pago pagamento betaling betaal betalings platnosc platnosci platby fizetes pay paid payable',
  method: 'art weise mode moyen forma metodo modalita methode wijze sposob zpusob mod type means via tipo',
  terms: 'bedingungen bedingung bed konditionen conditions condiciones condizioni voorwaarden warunki podminky',
  customer:
    'kunden kunde client cliente clienti clientes klant klanten klienta klient zakaznik zakaznika ugyfel buyer acheteur',
  reference:
    'referenz referentie referencia riferimento ref zeichen aktenzeichen az kenmerk betreff rif dossier referenznummer',
  your: 'ihr ihre ihrer votre vos su sus vostro vostra uw',
  our: 'unser unsere notre nos nuestro nuestra nostro nostra onze ons',
  project: 'projekt projet proyecto progetto bauvorhaben vorhaben objekt',
  quote: 'quotation angebot angebots offerte offre devis presupuesto preventivo oferta nabidka estimate',
  article: 'artikel articulo articolo item sku',
  manufacturer:
    'maker hersteller fabricant fabricante produttore fabrikant producent vyrobce marke marca marque merk brand',
  model: 'modell modele modelo modello typ',
  weight: 'gewicht poids peso waga hmotnost suly bruttogewicht',
  size: 'grosse taille tamano dimensione dimensioni maat grootte rozmiar velikost dimensions abmessungen masse surface flache',
  color: 'colour farbe couleur cor colore kleur kolor barva szin',
  voltage: 'spannung tension voltaje tensione spanning napiecie napeti',
  power: 'leistung puissance potencia potenza vermogen moc vykon',
  length: 'lange longueur longitud lunghezza lengte dlugosc delka',
  width: 'breite largeur ancho larghezza breedte szerokosc sirka',
  height: 'hohe hauteur altura altezza hoogte wysokosc vyska',
  material: 'matiere materiau materiale materiaal werkstoff',
  warranty: 'garantie garantia garanzia gewahrleistung gwarancja zaruka',
  rating: 'bewertung note valoracion valutazione beoordeling ocena hodnoceni',
  availability: 'verfugbarkeit disponibilite disponibilidad disponibilita beschikbaarheid stock lager',
  package:
    'packages parcel parcels paket pakete packstucke kolli colis bulto bultos collo colli pakket pakketten paczka balik',
  carrier:
    'transporteur spediteur transportista corriere vervoerder przewoznik dopravce versanddienstleister courier versender',
  tracking: 'sendungsverfolgung suivi seguimiento tracciamento sledovani sendung',
  // Money
  amount: 'betrag montant importe importo bedrag kwota castka osszeg summe valor',
  total: 'gesamt totale totaal summe somme totales razem celkem osszesen overall',
  balance: 'saldo solde kontostand guthaben',
  opening:
    'beginning start previous anfangs anfang alter alt ancien anterior inicial iniziale precedente vorig begin initial starting beginn',
  closing: 'ending end final neuer neu nouveau nuevo finale nieuw eind endstand schluss current',
  price: 'preis prix precio prezzo prijs cena ar preco fare fahrpreis tarif cost kosten cout coste costo',
  tax: 'steuer taxe impuesto imposta belasting podatek dan ado taxes',
  rate: 'satz kurs taux tasso tarief stawka sazba cours koers aliquota',
  exchange: 'wechsel devisen umrechnungs change cambio wissel devisenkurs',
  fee: 'beitrag beitrage cotisation cuota quota contributie vstupne fees gebuhr gebuhren frais comision commissione commissioni kosten oplata poplatek entgelt entgelte spesen charges charge charges courtage',
  commission: 'provision courtage comision commissione provisie prowizja provize brokerage',
  discount: 'rabatt nachlass remise descuento sconto korting rabat sleva rebate',
  deposit: 'kaution anzahlung acompte fianza deposito acconto borg kaucja zaloha caution',
  rent: 'huurprijs mietzins nettomiete miete loyer alquiler renta affitto canone huur czynsz najem grundmiete kaltmiete',
  cash: 'bar bargeld especes efectivo contanti contant gotowka',
  rounding: 'rundung arrondi redondeo arrotondamento afronding zaokraglenie rounded',
  currency: 'wahrung devise moneda divisa valuta munteenheid waluta mena',
  bank: 'kreditinstitut banque banco banca geldinstitut',
  account: 'konto compte cuenta conto rekening ucet szamla depot',
  period: 'zeitraum periode periodo tijdvak okres obdobi abrechnungszeitraum leistungszeitraum',
  consumption: 'usage verbrauch consommation consumo verbruik zuzycie',
  meter: 'zahler compteur contador contatore meterstand',
  contract: 'vertrag vertrags contrat contrato contratto umowa smlouva agreement',
  dividend: 'dividende dividendo dividenden',
  share: 'aktie stuck action accion azione aandeel stock units',
  // Travel and events
  passenger:
    'passagier reisender reisende fahrgast voyageur passager pasajero pasajera viajero viajera passeggero reiziger pasazer cestujici utas traveler traveller',
  guest: 'gast gaste huesped ospite host hotelgast invite guests',
  booking:
    'buchung buchungs reservierung reservierungs reservation reserva prenotazione boeking reservering rezerwacja rezervace foglalas confirmation bestatigung',
  departure: 'abfahrt abflug abreise depart salida partenza vertrek odjazd odjezd departs departing',
  arrive: 'ankunft anreise arrivee llegada arrivo aankomst przyjazd prijezd arrives arriving arrival',
  seat: 'sitz sitzplatz platz siege asiento posto zitplaats miejsce sedadlo plaza stoel seats',
  coach: 'wagen voiture coche carrozza rijtuig wagon vuz vagon carriage car',
  class: 'klasse classe clase klas',
  room: 'zimmer chambre habitacion camera kamer pokoj pokoje szoba',
  night: 'nights nachte nuits noches notti nachten',
  adult: 'adults erwachsene adultes adultos adulti volwassenen',
  train: 'zug treno tren trein pociag vlak vonat',
  flight: 'flug vol vuelo volo vlucht lot let',
  platform: 'gleis quai voie anden binario spoor peron',
  venue: 'veranstaltungsort location spielort lieu lugar luogo locatie misto',
  organizer:
    'organiser veranstalter organisateur organizador organizzatore organisator organisers poradatel organizator rendezo',
  entry: 'eintritt eintritts beitritt beitritts ingreso toegang joining',
  start: 'starts beginn begin anfang debut inicio inizio aanvang poczatek zacatek kezdes commencement',
  end: 'ende fin fine einde koniec konec vege',
  ticket: 'tickets billet entrada biglietto kaartje karte fahrkarte',
  duration: 'dauer duree duracion durata duur laufzeit length',
  // Papers
  subject: 'betreff objet asunto oggetto onderwerp temat predmet targy re regarding concerning betr',
  page: 'pages seite seiten paginas pagine bladzijden strony pg',
  comment:
    'comments bemerkung bemerkungen anmerkung anmerkungen remarks remarque observaciones note notes notizen opmerking opmerkingen hinweis',
  approved: 'genehmigt approuve aprobado approvato goedgekeurd authorized authorised approval',
  submitted: 'eingereicht soumis presentado presentato ingediend',
  // Registers and vehicles
  register: 'handelsregister rcs registro registre kvk hrb registry registered chamber',
  vehicle: 'fahrzeug vehicule vehiculo veicolo voertuig car',
  plate: 'kennzeichen immatriculation matricula targa kenteken registration licence license',
  mileage: 'kilometerstand kilometrage kilometraje chilometraggio odometer',
  cashier: 'kassierer kassiererin bediener bedienung caissier cajero cassiere server operator served bediente',
  table: 'tisch mesa tavolo tafel stol',
  till: 'kasse caisse caja cassa kassa register terminal',
  notice: 'kundigung kundigungsfrist preavis preaviso preavviso opzegtermijn',
  tenant: 'huurder mieter mieterin locataire inquilino conduttore huurder lessee renter',
  landlord: 'vermieter vermieterin bailleur arrendador locatore verhuurder lessor',
  school: 'schule ecole escuela scuola university universitat college hochschule',
  degree: 'abschluss diplome titulo titolo diploma',
};

const GLOSS: ReadonlyMap<string, readonly string[]> = glossary();

function glossary(): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [head, words] of [GLOSSES, GLOSSES_OF_PAGES, GLOSSES_OF_FORMS, PORTUGUESE, GLOSSES_OF_TABLES].flatMap(
    (part) => Object.entries(part),
  )) {
    const meaning = head.split(' ').flatMap((word) => tokens(word));
    for (const word of [...(meaning.length === 1 ? [head] : []), ...words.split(' ')]) {
      const [token, ...more] = tokens(word);
      if (token !== undefined && more.length === 0 && !found.has(token)) found.set(token, meaning);
    }
  }
  return found;
}

/** Words with what they mean in English; unknown ones stay as they are. Takes and gives words as `tokens` makes them. */
export function glossed(words: readonly string[]): string[] {
  return words.flatMap((word) => GLOSS.get(word) ?? compound(word) ?? [word]);
}

/** Letters the parts of a compound must have, and may have. */
const SHORTEST_PART = 3;
const LONGEST_PART = Math.max(...[...GLOSS.keys()].map((word) => word.length));
/** Letters between them. */
const LONGEST_JOINT = 2;

/** "geburtsort" by its two parts, with the letters that German and Dutch put between them; null: not both are known. */
function compound(word: string): readonly string[] | null {
  if (word.length > 2 * LONGEST_PART + LONGEST_JOINT) return null;
  for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
    const end = GLOSS.get(word.slice(cut));
    if (end === undefined) continue;
    const head = word.slice(0, cut);
    const start = GLOSS.get(head) ?? GLOSS.get(head.replace(/(?:s|n|en|es)$/, ''));
    if (start !== undefined) return [...start, ...end];
  }
  return null;
}
