import { describe, expect, test } from 'vitest';
import type { AskedKind } from '../../../../src/engines/classify/asked-kind';
import { classifier } from '../../../../src/engines/classify/classify';
import type { Verdict } from '../../../../src/engines/classify/verdict';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { letter } from '../paper';

/** Kinds by their names alone, or with what is said of them. */
const asking = (kinds: Readonly<Record<string, string>>): AskedKind[] =>
  Object.entries(kinds).map(([name, description]) => ({ name, description }));
const named = (...names: readonly string[]): AskedKind[] => names.map((name) => ({ name, description: '' }));

function verdicts(kinds: readonly AskedKind[], document: ParsedDocument, readings = 1): readonly Verdict[] {
  const classes = classifier(kinds);
  classes.look(document);
  return classes.verdicts(readings);
}

function verdict(kinds: readonly AskedKind[], document: ParsedDocument): { name: string; reasoning: string } {
  const [first] = verdicts(kinds, document);
  return { name: kinds[first?.index ?? -1]?.name ?? '', reasoning: first?.reasoning ?? '' };
}

const DOCUMENTS = {
  invoice: letter('Rechnung', 'Holzbau Rehm GmbH', 'Rechnungsnummer: 2031-4', 'Zahlbar bis 3.4.2031', 'MwSt 19 %'),
  receipt: letter('Bar Sole', 'Scontrino', 'Caffè 1,20', 'Totale 1,20', 'Contanti 2,00', 'Resto 0,80', 'Arrivederci'),
  deliveryNote: letter('Bon de livraison', 'Livré à : Atelier Mouche', 'Colis : 3', 'Marchandise reçue le 4 mai'),
  nda: letter(
    'Mutual Non-Disclosure Agreement',
    'This Agreement is made between Orb Ltd and Fig Inc, hereinafter the Parties.',
    'The Receiving Party shall keep all Confidential Information of the Disclosing Party secret.',
    'Governing law: Malta',
  ),
  lease: letter(
    'Huurovereenkomst',
    'Ondergetekenden: A. de Wit, verhuurder, en B. Kok, huurder',
    'De huurprijs bedraagt € 900 per maand',
  ),
  payslip: letter('Nómina', 'Trabajador: Ana Rol', 'Salario base 1.500,00', 'IRPF 12 %', 'Líquido a percibir 1.210,00'),
  cv: letter('Lebenslauf', 'Berufserfahrung', '2020 bis heute: Köchin', 'Ausbildung', 'Sprachkenntnisse', 'Interessen'),
  statement: letter('Relevé de compte', 'Ancien solde 12,00', 'Date opération   Libellé   Débit', 'Nouveau solde 7,00'),
  recipe: letter('Pannenkoeken', 'Ingrediënten', '200 g bloem, 2 eieren', 'Bereidingswijze', 'Verwarm de oven voor.'),
  medical: letter('Arztbrief', 'Patientin: E. Lund', 'Diagnose: Bruch des Arms', 'Anamnese', 'Therapie: Ruhe'),
};

describe('a document among kinds of any language', () => {
  const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
    English: [
      'invoice',
      'receipt',
      'delivery note',
      'contract',
      'payslip',
      'CV',
      'bank statement',
      'recipe',
      'medical report',
    ],
    German: [
      'Rechnungen',
      'Kassenbons',
      'Lieferscheine',
      'Verträge',
      'Gehaltsabrechnungen',
      'Lebensläufe',
      'Kontoauszüge',
      'Kochrezepte',
      'Befunde',
    ],
    French: [
      'factures',
      'tickets de caisse',
      'bons de livraison',
      'contrats',
      'bulletins de paie',
      'curriculum vitae',
      'relevés de compte',
      'recettes',
      'comptes rendus médicaux',
    ],
    Spanish: [
      'facturas',
      'recibos',
      'albaranes',
      'contratos',
      'nóminas',
      'hojas de vida',
      'extractos bancarios',
      'recetas de cocina',
      'informes médicos',
    ],
    Italian: [
      'fatture',
      'scontrini',
      'bolle di consegna',
      'contratti',
      'buste paga',
      'curriculum',
      'estratti conto',
      'ricette di cucina',
      'referti medici',
    ],
    Dutch: [
      'facturen',
      'kassabonnen',
      'pakbonnen',
      'overeenkomsten',
      'loonstroken',
      'levensloop',
      'rekeningafschriften',
      'recepten',
      'medische rapporten',
    ],
  };
  const { invoice, receipt, deliveryNote, lease, payslip, cv, statement, recipe, medical } = DOCUMENTS;
  const documents = [invoice, receipt, deliveryNote, lease, payslip, cv, statement, recipe, medical];

  test.each(Object.entries(LANGUAGES))('is told by what it shows, whatever its own: %s', (_, names) => {
    expect(documents.map((document) => verdict(named(...names), document).name)).toEqual(names);
  });

  test('is told by what kinds are described as, where names say nothing', () => {
    const kinds = asking({
      a1: 'What suppliers bill us',
      a2: 'Slip from the till of a shop',
      a3: 'Comes with delivered goods',
      a4: 'Agreement between landlord and tenant',
      a5: 'What an employee earns in a month: gross pay, deductions, net pay',
      a6: 'Education and work experience of a person',
      a7: 'Movements of a bank account',
      a8: 'How to cook or bake something',
      a9: 'Diagnosis and treatment of a patient',
    });
    const told = documents.map((document) => verdict(kinds, document).name);
    expect(told).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9']);
  });
});

describe('a kind', () => {
  test('that no lexicon knows is told by its own words, in compounds and other languages too', () => {
    const kinds = asking({
      cat_a: 'Anything about beehives and honey',
      cat_b: 'Anything about sailing boats',
      cat_c: 'Anything about mountain railways',
    });
    const note = (...lines: string[]) => verdict(kinds, letter(...lines)).name;
    expect(note('Inspection of 4 May', 'Three beehives, two of them full of honey')).toBe('cat_a');
    expect(note('For sale', 'Sailing-boat of 1971, two sails, one anchor')).toBe('cat_b');
    expect(note('Our journey', 'By railway up the mountain')).toBe('cat_c');
    const vehicles = asking({ x: 'Papers of vehicles', y: 'Papers of gardens' });
    expect(verdict(vehicles, letter('Notiz', 'Das Fahrzeug steht im Hof')).name).toBe('x');
  });

  test('that is a sort of another asks for less, and the other for what is left', () => {
    const { nda, lease } = DOCUMENTS;
    const both = named('contract', 'nda');
    expect([verdict(both, nda).name, verdict(both, lease).name]).toEqual(['nda', 'contract']);
    expect(verdict(named('nda', 'invoice'), nda).name).toBe('nda');
    expect(verdict(named('contract', 'invoice'), nda).name).toBe('contract');
  });

  test('is not what its description says it is not', () => {
    const kinds = asking({ first: 'Papers of sellers, not invoices', second: 'Bills that have to be paid' });
    expect(verdict(kinds, DOCUMENTS.invoice).name).toBe('second');
  });

  test('for the rest has what shows another kind than those asked for, or none at all', () => {
    const kinds = named('invoice', 'contract', 'other');
    expect(verdict(kinds, DOCUMENTS.recipe)).toEqual({
      name: 'other',
      reasoning: expect.stringMatching(/That is none of the other categories, which leaves "other"\.$/),
    });
    expect(verdict(kinds, letter('qwrt', 'plmk')).name).toBe('other');
    expect(verdict(kinds, DOCUMENTS.invoice).name).toBe('invoice');
    expect(verdict(named('Rechnung', 'Sonstiges'), DOCUMENTS.medical).name).toBe('Sonstiges');
  });

  test('of mails, sheets and pages of the web is told by the format', () => {
    const kinds = named('letter', 'email', 'spreadsheet', 'web_page');
    const plain = letter('Hello', 'See you at four.');
    const told = (mediaType: string) => verdict(kinds, { ...plain, mediaType }).name;
    expect(['message/rfc822', 'text/csv', 'text/html'].map(told)).toEqual(['email', 'spreadsheet', 'web_page']);
  });
});

describe('the reasoning', () => {
  test('quotes what stands in the document, with its page', () => {
    const { reasoning } = verdict(named('receipt', 'invoice'), DOCUMENTS.invoice);
    expect(reasoning).toMatch(/^"Rechnung" heads page 1; it says .*"Rechnungsnummer".* on page 1/);
    const printed = DOCUMENTS.invoice.pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
    const quoted = [...reasoning.matchAll(/"([^"]+)"/g)]
      .map(([, text = '']) => text)
      .filter((text) => text !== 'receipt');
    expect(quoted.filter((text) => !printed.includes(text))).toEqual([]);
  });

  test('says so when nothing was seen, and the first kind is taken', () => {
    expect(verdict(named('passport', 'visa stamp'), letter('zzz'))).toEqual({
      name: 'passport',
      reasoning: 'Nothing in it speaks for any of the categories; "passport" is the first of them.',
    });
  });

  test('says so when as much speaks for another', () => {
    const kinds = asking({ one: 'About whales', two: 'About whales' });
    const { name, reasoning } = verdict(kinds, letter('The whales of the north'));
    expect([name, reasoning]).toEqual(['one', expect.stringContaining('As much speaks for "two"')]);
  });
});

describe('several readings', () => {
  test('agree on what is plain, and differ where headings and words speak for different kinds', () => {
    const kinds = named('invoice', 'receipt', 'contract', 'recipe');
    const told = (document: ParsedDocument) =>
      new Set(verdicts(kinds, document, 8).map(({ index }) => kinds[index]?.name));
    expect([...told(DOCUMENTS.recipe)]).toEqual(['recipe']);
    const torn = letter('INVOICE', 'Ingredients: flour, eggs, sugar, butter', 'Preheat the oven.');
    expect([...told(torn)].sort()).toEqual(['invoice', 'recipe']);
  });

  test('are as many as are asked for', () => {
    expect([1, 2, 8].map((count) => verdicts(named('invoice', 'letter'), DOCUMENTS.invoice, count).length)).toEqual([
      1, 2, 8,
    ]);
  });
});

test('a thousand kinds are told apart in well under a second', () => {
  const kinds = [
    ...Array.from({ length: 999 }, (_, index) => ({ name: `group ${index}`, description: `Things of shelf ${index}` })),
    ...named('payslip'),
  ];
  const begun = performance.now();
  expect(verdict(kinds, DOCUMENTS.payslip).name).toBe('payslip');
  expect(performance.now() - begun).toBeLessThan(2000);
});
