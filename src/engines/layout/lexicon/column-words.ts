import { tokens } from './tokens';

/**
 * Words of headings and of names in data files, brought to the English ones that schemas use. One line a meaning:
 * English, then German, French, Spanish, Italian and Dutch. Concepts have their own labels; this is for what has none.
 */
const MEANINGS = `
company: firma unternehmen societe entreprise empresa sociedad azienda societa ditta bedrijf onderneming
name: name nom nombre nome naam bezeichnung
first: vorname prenom voornaam
surname: nachname familienname apellido apellidos cognome achternaam last
street: strasse rue calle via straat
city: ort stadt wohnort ville ciudad poblacion citta comune plaats stad woonplaats town
zip: plz postleitzahl postal cap postcode postcodes cp
country: land pays pais paese staat
region: region gebiet zona regione regio
customer: kunde kunden kd client clients cliente clienti klant klanten
supplier: lieferant lieferanten fournisseur proveedor fornitore leverancier
employee: mitarbeiter mitarbeiterin angestellter employe salarie empleado dipendente medewerker werknemer
department: abteilung departement service departamento reparto afdeling
revenue: umsatz erlos chiffre ventas ingresos fatturato ricavi omzet turnover sales
profit: gewinn benefice beneficio utile winst
cost: kosten cout couts coste costes gasto gastos costo costi spese
salary: gehalt lohn salaire sueldo salario stipendio salaris loon wage
price: preis prix precio prezzo prijs
amount: betrag montant importe importo bedrag
total: gesamt summe totaal totale somme suma
quantity: menge anzahl quantite cantidad quantita aantal hoeveelheid
stock: bestand lagerbestand lager inventaire existencias giacenza voorraad inventory
unit: einheit unite unidad unita eenheid
weight: gewicht poids peso
height: hohe hauteur altura altezza hoogte
width: breite largeur ancho anchura larghezza breedte
length: lange longueur longitud lunghezza lengte
volume: volumen volumes inhalt capacidad contenuto inhoud
size: grosse taille talla taglia maat tamano
colour: farbe couleur colore kleur color
type: art typ genre tipo soort sorte
kind: art typ genre tipo soort sorte type
category: kategorie categorie categoria rubrik rubrique
status: zustand statut etat estado stato stand state
year: jahr annee ano anno jaar
month: monat mois mes mese maand
day: tag jour dia giorno dag wochentag weekday
week: woche semaine semana settimana week
date: datum date fecha data
time: zeit uhrzeit heure hora ora orario tijd
hours: stunden heures horas ore uren std uhrzeiten
start: beginn anfang debut inicio inizio begin from von desde dal van ab
end: ende fin final fine einde to bis hasta until
duration: dauer duree duracion durata duur
deadline: frist termin echeance plazo scadenza termijn due fallig
age: alter age edad eta leeftijd
birth: geburt geburtsdatum naissance nacimiento nascita geboorte geboortedatum
gender: geschlecht sexe sexo sesso geslacht sex
title: titel titre titulo titolo
author: autor auteur autore
language: sprache langue idioma lingua taal
task: aufgabe tatigkeit tache tarea attivita taak
owner: verantwortlich zustandig verantwortlicher responsable responsabile verantwoordelijke
person: person personne persona persoon
position: stelle funktion poste puesto posizione functie
note: bemerkung notiz anmerkung hinweis remarque observation nota observaciones osservazioni opmerking remark comment comments remarks notes
text: text texte texto testo tekst
product: produkt artikel produit producto articulo prodotto articolo
article: artikel article articulo articolo
code: code codigo codice kennung kurzel kode
grade: note punkte nota voto cijfer
score: punkte punktzahl score puntos punti punten points
rank: platz rang classement puesto posto plaats rank place
team: mannschaft verein equipe equipo squadra ploeg club
population: einwohner bevolkerung habitants population habitantes poblacion abitanti popolazione inwoners
area: flache superficie surface superficie oppervlakte
share: anteil part participacion quota aandeel
room: zimmer raum chambre salle habitacion sala camera stanza kamer
floor: etage stockwerk etage piso planta piano verdieping
account: konto compte cuenta conto rekening
balance: saldo kontostand solde
debit: soll lastschrift debit cargo addebito af
credit: haben gutschrift credit abono accredito bij
delivery: lieferung livraison entrega consegna levering
order: bestellung auftrag commande pedido ordine bestelling
invoice: rechnung facture factura fattura factuur
payment: zahlung paiement pago pagamento betaling
discount: rabatt remise descuento sconto korting
tax: steuer taxe impuesto imposta belasting
net: netto net neto
gross: brutto brut bruto lordo
vehicle: fahrzeug vehicule vehiculo veicolo voertuig
manufacturer: hersteller fabricant fabricante produttore fabrikant brand marke marque marca merk
model: modell modele modelo modello
serial: seriennummer serie serienummer
phone: telefon telefone telefono telefoon handy mobil
valid: gultig valable valido geldig
course: kurs cours curso corso cursus lehrgang
places: platze places plazas posti plaatsen vagas lugares
location: ort standort lieu ubicacion luogo locatie place
origin: herkunft abfahrt origine origen provenienza herkomst
destination: ziel zielort destino destinazione bestemming
temperature: temperatur temperature temperatura temperatuur temp
`;

const BY_WORD: ReadonlyMap<string, readonly string[]> = meaningsByWord();

/** Every reading of a heading's words in English, the words themselves left out; none where no word is known. */
export function inEnglish(words: readonly string[]): readonly (readonly string[])[] {
  const choices = words.map((word) => BY_WORD.get(word) ?? [word]);
  if (choices.every((one, index) => one.length === 1 && one[0] === words[index])) return [];
  const most = Math.max(...choices.map((one) => one.length));
  return Array.from({ length: most }, (_, turn) => choices.map((one) => one[Math.min(turn, one.length - 1)] ?? ''));
}

function meaningsByWord(): Map<string, string[]> {
  const byWord = new Map<string, string[]>();
  for (const line of MEANINGS.trim().split('\n')) {
    const [english = '', others = ''] = line.split(': ');
    const [meaning = english] = tokens(english);
    for (const other of others.split(' ')) {
      const [word = '', ...more] = tokens(other);
      if (more.length > 0) continue;
      const held = byWord.get(word) ?? [];
      if (word !== meaning && !held.includes(meaning)) byWord.set(word, [...held, meaning]);
    }
  }
  return byWord;
}
