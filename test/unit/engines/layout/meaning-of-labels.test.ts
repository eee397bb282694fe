import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ask } from '../ask';
import { letter, type Print, paper } from '../paper';

const at = (...prints: Print[]): ParsedDocument => paper([prints]);
const field = (name: string, description = ''): object => ({
  type: 'object',
  properties: { [name]: { type: 'string', description } },
});

/** The same print as an image reader gives it: not sure of a letter. */
function scanned(document: ParsedDocument): ParsedDocument {
  const pages = document.pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, certainty: 0.8 })) })),
  }));
  return { ...document, pages };
}

describe('labels that no concept lists', () => {
  test.each([
    ['Geburtsort: Gießen', 'birthPlace', 'Gießen'],
    ['Staatsangehörigkeit: deutsch', 'nationality', 'deutsch'],
    ['Familienstand: ledig', 'marital_status', 'ledig'],
    ['Couleur : bleu nuit', 'color', 'bleu nuit'],
    ['Nationalité : belge', 'nationality', 'belge'],
    ['Fabricante: Talleres Orduña', 'manufacturer', 'Talleres Orduña'],
    ['Tensione: 18 V', 'voltage', '18 V'],
    ['Kleur: donkergroen', 'colour', 'donkergroen'],
    ['Barva: zelená', 'color', 'zelená'],
    ['Dificuldade: fácil', 'difficulty', 'fácil'],
    ['Nacionalidade: portuguesa', 'nationality', 'portuguesa'],
    ['Tipo de contrato: Indefinido', 'contract_type', 'Indefinido'],
  ])('"%s" answers %s by the meaning of its words', async (line, name, value) => {
    expect(await ask(letter(line), field(name))).toEqual({ [name]: value });
  });

  test('a numbered label over a box is a label', async () => {
    const form = at(
      [36, 100, '1. Surname'],
      [236, 100, '2. Given names'],
      [36, 113, 'Lindqvist'],
      [236, 113, 'Tove Maria'],
    );
    expect(await ask(form, { surname: 'string', given_names: 'string' })).toEqual({
      surname: 'Lindqvist',
      given_names: 'Tove Maria',
    });
  });

  test('in a list of labels the value stands beside, and an empty one has none', async () => {
    const form = at(
      [36, 100, 'Telefon'],
      [200, 100, '0341 555 90 12'],
      [36, 116, 'E-Mail'],
      [36, 132, 'Familienstand'],
      [200, 132, 'verheiratet'],
      [36, 148, 'Wunschparzelle'],
      [200, 148, 'B 17'],
    );
    expect(await ask(form, { phone: 'string', email: 'string', marital_status: 'string' })).toEqual({
      phone: '0341 555 90 12',
      email: null,
      marital_status: 'verheiratet',
    });
  });

  test('an empty label does not take the value of the next', async () => {
    const form = letter('CC:', 'COMMENTS: please approve the proofs', 'by Friday noon.');
    expect(await ask(form, field('cc'))).toEqual({ cc: null });
  });
});

describe('labels of scans', () => {
  test.each([
    ['T0tal amount: 21.30', 'total_amount', 21.3],
    ['lnvoice totai: 21.30', 'invoice_total', 21.3],
    ['Subtotai: 20.09', 'subtotal', 20.09],
  ])('"%s" is read with a misread letter', async (line, name, value) => {
    expect(await ask(scanned(letter(line)), { [name]: 'number' })).toEqual({ [name]: value });
  });

  test('a text layer is taken at its word', async () => {
    expect(await ask(letter('Totem amount: 21.30'), { total_amount: 'number' })).toEqual({ total_amount: null });
  });
});

describe('what fields are named', () => {
  test.each([
    ['inv_no', 'Invoice no: A-17', 'A-17'],
    ['poNumber', 'Bestellnummer: 4500-1', '4500-1'],
    ['customerRef', 'Votre référence : GP/25', 'GP/25'],
    ['siret', 'SIRET : 81234567800021', '81234567800021'],
    ['kvk_number', 'KvK 30123456', '30123456'],
    ['sort_code', 'Sort code: 20-45-77', '20-45-77'],
    ['contact_person', 'Ansprechpartnerin: Ida Lund', 'Ida Lund'],
    ['shipping_method', 'Versandart: Spedition', 'Spedition'],
    ['carrier', 'Transporteur : Bergpost', 'Bergpost'],
    ['seat', 'Posto: 12A', '12A'],
    ['pnr', 'Localizador: XKPQRS', 'XKPQRS'],
    ['policy_number', 'Versicherungsnummer: TH-55-9', 'TH-55-9'],
  ])('%s is answered by "%s"', async (name, line, value) => {
    expect(await ask(letter(line), field(name))).toEqual({ [name]: value });
  });
});
