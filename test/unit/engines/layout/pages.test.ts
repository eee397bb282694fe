import { describe, expect, test } from 'vitest';
import { ask } from '../ask';
import { letter } from '../paper';

describe('pages', () => {
  test.each([
    ['By Greta Lindqvist · 9 August 2023', 'Greta Lindqvist', '2023-08-09'],
    ['Von Uwe Tamm | 02.11.2024', 'Uwe Tamm', '2024-11-02'],
    ['By clicking here you agree.', null, null],
  ])('"%s" below the headline names author and day', async (line, author, published) => {
    const page = letter('Plum cake of the north', line, 'Ripe plums, little sugar.');
    expect(await ask(page, { author: 'string', published: { type: 'string', format: 'date' } })).toEqual({
      author,
      published,
    });
  });

  test('a number of minutes is labelled without its unit', async () => {
    const page = letter('Lentil pie', 'Prep: 25 min', 'Cook: 1 hr 10 min');
    const minutes = (description: string) => ({ type: 'integer', description });
    expect(
      await ask(page, {
        prep_minutes: minutes('Preparation time in minutes'),
        cook_minutes: minutes('Cooking time in minutes'),
      }),
    ).toEqual({ prep_minutes: 25, cook_minutes: 70 });
  });

  test('the fee and the deadline of an event are met in its own language', async () => {
    const page = letter('Hafenlauf', 'Startgeld: 22,00 €', 'Meldeschluss: 14.05.2025');
    expect(await ask(page, { entry_fee: 'number', registration_deadline: { type: 'string', format: 'date' } })).toEqual(
      { entry_fee: 22, registration_deadline: '2025-05-14' },
    );
  });
});

describe('lists of pages', () => {
  test('end before the line of the rights', async () => {
    const page = letter('Method', '- Peel the roots.', '- Bake until soft.', '© Hearth Pages. All rights reserved.');
    const schema = { type: 'object', properties: { steps: { type: 'array', items: { type: 'string' } } } };
    expect(await ask(page, schema)).toEqual({ steps: ['Peel the roots.', 'Bake until soft.'] });
  });
});

describe('papers of people', () => {
  test.each([
    ['ivo@post.example | +44 20 7946 0123 | Norwich', 'Norwich'],
    ['Graz, Austria · +43 316 5550 12 · ivo@post.example', 'Graz, Austria'],
    ['Data Engineer | ivo@post.example', null],
    ['ivo@post.example | +44 20 7946 0123 | linkedin.com/in/ivo', null],
  ])('"%s" at the top tells where they live', async (line, location) => {
    expect(await ask(letter('Ivo Brandt', line, 'Experience'), { location: 'string' })).toEqual({ location });
  });

  test('whose name is asked for is told in many ways', async () => {
    const form = letter("Pilot's full name: Greta Osman", 'Name of the patient: Uwe Lindt');
    expect(await ask(form, { pilot_name: 'string', patient_name: 'string' })).toEqual({
      pilot_name: 'Greta Osman',
      patient_name: 'Uwe Lindt',
    });
  });
});
