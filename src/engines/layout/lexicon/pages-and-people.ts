import type { Concept } from './concept';

/** Recipes, titles, authors, people. */
export const PAGE_CONCEPTS: readonly Concept[] = [
  {
    id: 'document-title',
    kind: 'text',
    asked:
      'title|name of the event|event name|event|event title|product title|name of the product|title of the table|document title|headline|heading|title of the document|title of the page|report title',
    printed: '',
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
    id: 'person-name',
    kind: 'name',
    asked:
      'full name|candidate name|person name|name of the candidate|name of the person|name of the applicant|applicant name|name',
    printed:
      'name|nom|nombre|nome|naam|vor und nachname|name vorname|vorname name|nom prenom|nom et prenom|nombre y apellidos|nome e cognome|full name|imie i nazwisko|jmeno a prijmeni',
  },
  {
    id: 'first-name',
    kind: 'name',
    asked: 'first name|given name|forename|first names',
    printed:
      'vorname|vornamen|rufname|prenom|prenoms|nombres|nombre de pila|primer nombre|nome proprio|primeiro nome|voornaam|voornamen|roepnaam|imie|jmeno|keresztnev|nombre|nome',
  },
  {
    id: 'last-name',
    kind: 'name',
    asked: 'last name|surname|family name',
    printed:
      'nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido|cognome|achternaam|apelido|apelidos|sobrenome|nazwisko|prijmeni|vezeteknev',
    weak: 'name|nom|naam',
  },
  {
    id: 'signatory',
    kind: 'name',
    asked: 'signatory|who signed|signed by|signature|name of the signatory|signer',
    printed: 'signed by|unterzeichnet von|signe par|firmado por|firmato da|ondertekend door',
  },
  {
    id: 'job-title',
    kind: 'text',
    asked: 'job title|current job title|current position|position title|professional title|headline of the resume',
    printed: 'job title|position|berufsbezeichnung|funktion|fonction|poste|puesto|cargo|qualifica|functie|stanowisko',
  },
  {
    id: 'birth-date',
    kind: 'date',
    asked: 'date of birth|birth date|birthday|dob',
    printed:
      'geburtsdatum|geboren am|geboren|date de naissance|fecha de nacimiento|data di nascita|geboortedatum|data urodzenia|datum narozeni|szuletesi datum',
  },
];
