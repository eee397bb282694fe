import { describe, expect, it } from 'vitest';
import { decideValues } from '../../../../src/engines/forms/told/decide-values';
import type { Fillable } from '../../../../src/engines/forms/told/fillable';
import { snakeName } from '../../../../src/engines/propose/field-name';

/** Text fields, and boxes to be ticked where the name ends in "?" or says "question: answer". */
const form = (...names: readonly string[]): Fillable[] =>
  names.map((name) => {
    const isTick = name.endsWith('?') || /^[^(]+: /.test(name);
    const description = name.replace(/\?$/, '');
    return {
      key: snakeName(description),
      description,
      type: isTick ? 'checkbox' : 'text',
      choices: [],
      cells: 0,
      isLong: false,
    };
  });

const filled = (fields: readonly Fillable[], instructions: string, language: string | null = null) =>
  Object.fromEntries([...decideValues(fields, instructions, language)].map(([key, { value }]) => [key, value]));

describe('What instructions say', () => {
  it.each([
    ['lines with a colon', 'Harbour: Penryn\nBerth - 14'],
    ['signs of equality', 'harbour = Penryn; berth = 14'],
    ['an object', '{"harbour": "Penryn", "berth": 14}'],
    ['an object inside a text', 'Please use this: {"boat": {"harbour": "Penryn", "berth": 14}} and nothing else.'],
    ['sentences', 'The harbour is Penryn. The berth is 14.'],
    ['orders', 'Write "Penryn" into the harbour field. Set berth to 14.'],
  ])('is understood from %s', (_, instructions) => {
    expect(filled(form('Harbour', 'Berth', 'Skipper'), instructions)).toEqual({ harbour: 'Penryn', berth: '14' });
  });

  it('goes into fields of other languages', () => {
    expect(
      filled(
        form('Geburtsdatum', 'Staatsangehörigkeit', 'Beruf'),
        'date of birth: 3 May 1990, nationality: Danish, profession: joiner',
      ),
    ).toEqual({ geburtsdatum: '3 May 1990', staatsangehorigkeit: 'Danish', beruf: 'joiner' });
    expect(filled(form('First name', 'Last name'), 'Vorname: Ida\nNachname: Holm')).toEqual({
      first_name: 'Ida',
      last_name: 'Holm',
    });
  });

  it.each([
    ['in two', form('First name', 'Last name'), { first_name: 'Jan', last_name: 'van der Moor' }],
    ['in two, of which one is only called a name', form('Vorname', 'Name'), { vorname: 'Jan', name: 'van der Moor' }],
    ['in one', form('Full name'), { full_name: 'Jan van der Moor' }],
    ['the last before the first', form('Name, Vorname'), { name_vorname: 'van der Moor, Jan' }],
  ])('names a person %s', (_, fields, expected) => {
    expect(filled(fields, 'Fill in the form for Jan van der Moor.')).toEqual(expected);
    expect(filled(fields, 'first name: Jan\nlast name: van der Moor')).toEqual(expected);
  });

  it('names each person in the section that is theirs', () => {
    const fields = form('Name (Tenant)', 'Phone (Tenant)', 'Name (Landlord)', 'Phone (Landlord)').map(
      (field, index) => ({
        ...field,
        key: `f${index}`,
      }),
    );
    const data = { landlord: { name: 'Ida Holm', phone: '555 0100' }, tenant: { name: 'Ole Berg', phone: '555 0101' } };
    expect(filled(fields, JSON.stringify(data))).toEqual({
      f0: 'Ole Berg',
      f1: '555 0101',
      f2: 'Ida Holm',
      f3: '555 0100',
    });
  });

  it('names whom a section is about by its heading', () => {
    expect(filled(form('Name (Owner)', 'Phone (Owner)'), 'Owner: Ida Holm, phone: 555 0100')).toEqual({
      name_owner: 'Ida Holm',
      phone_owner: '555 0100',
    });
  });

  it('gives an address in the parts that are asked for', () => {
    const told = 'She lives at 12 Mill Lane, 10115 Berlin.';
    expect(filled(form('Street', 'Postcode', 'Town'), told)).toEqual({
      street: '12 Mill Lane',
      postcode: '10115',
      town: 'Berlin',
    });
    expect(filled(form('Straße, Hausnr.', 'PLZ, Ort'), told)).toEqual({
      strasse_hausnr: '12 Mill Lane',
      plz_ort: '10115 Berlin',
    });
    expect(filled(form('Address'), 'street: 12 Mill Lane\ncity: Berlin\npostcode: 10115')).toEqual({
      address: '12 Mill Lane, 10115 Berlin',
    });
  });

  it.each([
    ['Date of birth (TT.MM.JJJJ)', 'born 3 May 1990', 0, null, '03.05.1990'],
    ['Date of birth (MM/DD/YYYY)', 'born on 3 May 1990', 0, null, '05/03/1990'],
    ['Date of birth (JJ/MM/AAAA)', 'date of birth: 1990-05-03', 0, null, '03/05/1990'],
    ['Date of birth', 'date of birth: 1990-05-03', 8, null, '03051990'],
    ['Date of birth', 'date of birth: 1990-05-03', 0, 'de', '03.05.1990'],
    ['Date of birth', 'date of birth: May 1990', 0, 'de', 'May 1990'],
  ])('is a day as "%s" wants it, said as "%s"', (description, instructions, cells, language, value) => {
    const fields = form(description).map((field) => ({ ...field, key: 'day', cells }));
    expect(filled(fields, instructions, language)).toEqual({ day: value });
  });

  it.each([
    ["tick 'married'", { married: 'true' }],
    ['Check the boxes Newsletter and Married.', { married: 'true', newsletter: 'true' }],
    ['married: no\nnewsletter: yes', { married: 'false', newsletter: 'true' }],
    ['Newsletter ankreuzen', { newsletter: 'true' }],
    ["Don't tick newsletter", { newsletter: 'false' }],
    ['Nothing of the kind', {}],
  ])('ticks boxes: %s', (instructions, expected) => {
    expect(filled(form('Married?', 'Newsletter?'), instructions)).toEqual(expected);
  });

  it.each([
    ['sex: female', { geschlecht_weiblich: 'true' }],
    ['{"gender": "M"}', { geschlecht_mannlich: 'true' }],
    ['Geschlecht: weiblich', { geschlecht_weiblich: 'true' }],
    ['She is female', { geschlecht_weiblich: 'true' }],
    ['She is not female', {}],
  ])('chooses among the answers to a question: %s', (instructions, expected) => {
    expect(filled(form('Geschlecht: weiblich', 'Geschlecht: männlich'), instructions)).toEqual(expected);
  });

  it('is one of what may be chosen, or nothing', () => {
    const fields = form('Country').map((field) => ({ ...field, choices: ['France', 'Italy'] }));
    expect(filled(fields, 'country: italy')).toEqual({ country: 'Italy' });
    expect(filled(fields, 'country: Peru')).toEqual({});
  });

  it('fills a field of several things only where each is said', () => {
    expect(filled(form('Place, date'), 'place: Kirkwall')).toEqual({});
    expect(filled(form('Place, date'), 'place: Kirkwall\ndate: 3 May 2031')).toEqual({
      place_date: 'Kirkwall, 3 May 2031',
    });
  });

  it('that fits no field is written nowhere', () => {
    expect(filled(form('Company name', 'Berth', 'Registration number'), 'name: Ida Holm\ncolour: blue')).toEqual({});
  });

  it('goes on over sentences where there is room', () => {
    const told = 'Remarks: She rows. He steers. Berth: 14';
    const [remarks, berth] = form('Remarks', 'Berth');
    if (remarks === undefined || berth === undefined) throw new Error('two fields');
    expect(filled([{ ...remarks, isLong: true }, berth], told)).toEqual({
      remarks: 'She rows. He steers.',
      berth: '14',
    });
    expect(filled([remarks, berth], told)).toEqual({ remarks: 'She rows', berth: '14' });
  });

  it('tells the words that each value is from', () => {
    const decided = decideValues(form('Harbour'), 'It lies in the south. Harbour: Penryn', null);
    expect(decided.get('harbour')).toEqual({ value: 'Penryn', quote: 'Harbour: Penryn' });
  });

  it('keeps apart what a comma parts where its shape tells what it is', () => {
    const fields = form('Name', 'Date of birth (DD.MM.YYYY)', 'E-mail', 'Phone');
    expect(filled(fields, 'My name is Ida Holm, born 3 May 1990, ida@example.org, +45 33 12 34 56.')).toEqual({
      name: 'Ida Holm',
      date_of_birth_dd_mm_yyyy: '03.05.1990',
      e_mail: 'ida@example.org',
      phone: '+45 33 12 34 56',
    });
  });

  it.each([
    'Remarks: it leans. Mind the rope. Signed in Penryn on 4 June 2031.',
    'Remarks: it leans. Mind the rope. Unterzeichnet am 4 June 2031 in Penryn.',
  ])('where and when it is signed ends what is said before: %s', (instructions) => {
    const fields = form('Remarks', 'Place, date').map((field) => ({ ...field, isLong: field.key === 'remarks' }));
    expect(filled(fields, instructions)).toEqual({
      remarks: 'it leans. Mind the rope.',
      place_date: 'Penryn, 4 June 2031',
    });
  });
});

describe('Instructions that could be read in many ways', () => {
  it.each([
    ['a name of many capitals', `Fill the form for ${'A'.repeat(90)}1`],
    ['commas without end', `Name: Ada${', x'.repeat(30_000)}`],
    ['blanks without end', `Name: Ada${' '.repeat(60_000)}x`],
  ])('are read in one: %s', (_, instructions) => {
    const begun = performance.now();
    filled(form('Name'), instructions);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('still name whom a form is for', () => {
    for (const name of ['Ada van der Berg', 'J. Smith', 'SMITH', 'Ada Lovelace'])
      expect([name, filled(form('Name'), `Fill in the form for ${name}`)]).toEqual([name, { name }]);
  });
});
