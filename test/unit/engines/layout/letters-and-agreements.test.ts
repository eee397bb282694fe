import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ask } from '../ask';
import { letter } from '../paper';

const mail = (...lines: string[]): ParsedDocument => ({ ...letter(...lines), mediaType: 'message/rfc822' });

describe('mails', () => {
  test.each([
    ['Guten Tag Klaus Maurer,', 'Klaus Maurer'],
    ['Caro Sr. Nuno Prates,', 'Nuno Prates'],
    ['Gentile Sig.ra Livia Serra,', 'Livia Serra'],
    ['Dear Ms Priya van den Berg,', 'Priya van den Berg'],
    ['Bonjour Paul Garnier,', 'Paul Garnier'],
    ['Dear Sir or Madam,', null],
    ['Dear customer,', null],
  ])('"%s" greets the customer', async (line, name) => {
    expect(await ask(mail(line, 'thank you for your visit.'), { guest: 'string' })).toEqual({ guest: name });
  });

  test('name both ends of a journey, which are no mailboxes', async () => {
    const trip = mail(
      'From: Corvid Rail <tickets@corvid.example>',
      'To: marta@post.example',
      '',
      'Leeds (LDS) -> Carlisle (CAR)',
    );
    expect(await ask(trip, { origin: 'string', destination: 'string' })).toEqual({
      origin: 'Leeds (LDS)',
      destination: 'Carlisle (CAR)',
    });
  });

  test('come from the name on their mailbox', async () => {
    const letter = mail('From: Corvid Rail <tickets@corvid.example>', 'Subject: Your trip', '', 'Have a good trip!');
    expect(await ask(letter, { shop: 'string' })).toEqual({ shop: 'Corvid Rail' });
  });
});

describe('mails about parcels', () => {
  const about = (text: string): ParsedDocument =>
    mail('From: Marten Parcels <info@marten.example>', 'To: a@post.example', '', text);

  test('of a carrier name the shop that sent them', async () => {
    expect(
      await ask(about('Your parcel from Finch & Daughter is on its way.'), { carrier: 'string', sender: 'string' }),
    ).toEqual({ carrier: 'Marten Parcels', sender: 'Finch & Daughter' });
  });

  test('of the shop itself leave the carrier open', async () => {
    expect(await ask(about('Your parcel from Marten is on its way.'), { carrier: 'string', sender: 'string' })).toEqual(
      { carrier: null, sender: 'Marten Parcels' },
    );
  });

  test('have a service and an address, no charge and no name', async () => {
    expect(
      await ask(letter('Service: 24h Tracked', 'Delivering to: 8 Mill Row, Hull HU1 3TT'), {
        service: { type: 'string', description: 'Delivery service' },
        address: { type: 'string', description: 'Delivery address' },
      }),
    ).toEqual({ service: '24h Tracked', address: '8 Mill Row, Hull HU1 3TT' });
  });

  test('greet by the last name whom the header names in full', async () => {
    const booking = mail(
      'From: Pension Amsel <rezeption@amsel.example>',
      'To: Ida Kron <ida@post.example>',
      '',
      'Liebe Frau Kron,',
    );
    expect(await ask(booking, { guest_name: 'string' })).toEqual({ guest_name: 'Ida Kron' });
  });
});

describe('agreements', () => {
  test('are called what stands at their top', async () => {
    const title = 'MASTER SERVICES AGREEMENT';
    const paper = letter(title, '', 'This agreement is made between two parties of good will.');
    expect(
      await ask({ ...paper, properties: { title } }, { agreement_title: 'string', party_title: 'string' }),
    ).toEqual({
      agreement_title: 'MASTER SERVICES AGREEMENT',
      party_title: null,
    });
  });

  test('of numbered parties each is one', async () => {
    const deed = letter(
      'PARTIES',
      '(1) THORNE CASTINGS LIMITED, incorporated in England with company number 03388127; and',
      '(2) NIKOLAI VENTURES LLP, whose place of business is at 12 Park Row, Bristol.',
    );
    const schema = { type: 'object', properties: { parties: { type: 'array', items: { type: 'string' } } } };
    expect(await ask(deed, schema)).toEqual({ parties: ['THORNE CASTINGS LIMITED', 'NIKOLAI VENTURES LLP'] });
  });

  test('a party with what the register says of it is its name alone', async () => {
    const deed = letter(
      'CONTRATADA: Limpeza Total Ltda., inscrita no registro sob o número 4411, com sede em Pelotas.',
    );
    expect(await ask(deed, { contratada: 'string' })).toEqual({ contratada: 'Limpeza Total Ltda.' });
  });

  test.each([
    [
      'zwischen der Uhlmann Feinmechanik GmbH, Ulm – nachfolgend „Arbeitgeber“ genannt –',
      'employer',
      'Uhlmann Feinmechanik GmbH',
    ],
    [
      'De una parte, D. Ignacio Bernal Ruiz, con domicilio en Soria, en adelante el ARRENDADOR.',
      'landlord',
      'Ignacio Bernal Ruiz',
    ],
    ['Tra Sig. Aldo Marchetti, nato a Lucca, di seguito denominato "Locatore"', 'landlord', 'Aldo Marchetti'],
    [
      'ET La société Conserves du Ponant, SAS, ci-après dénommée « le Prestataire »,',
      'provider',
      'Conserves du Ponant',
    ],
  ])('"%s" defines the %s', async (line, name, value) => {
    expect(await ask(letter(line), { [name]: 'string' })).toEqual({ [name]: value });
  });
});
