import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { parseDocument } from '../../../../src/parsers/registry';
import { ask } from '../ask';

/** A mail of plain text. */
function mail(subject: string, ...body: readonly string[]): Promise<ParsedDocument> {
  const headers = [
    'From: Wayfare <bookings@wayfare.example>',
    'To: guest@post.example',
    `Subject: ${subject}`,
    'Date: Mon, 02 Jun 2031 09:00:00 +0000',
    'Content-Type: text/plain; charset=utf-8',
  ];
  const text = [...headers, '', ...body].join('\r\n');
  return parseDocument(new TextEncoder().encode(text), { filename: 'a.eml', pages: null }, null);
}

describe('mails about bookings', () => {
  test('words between asterisks are labels without their marks, and no label is a value', async () => {
    const document = await mail('Your stay', '*Room*  Garden view  *Guests* 2 adults', '*Town* *Country* Norland');
    expect(document.markdown).not.toContain('*Room*');
    expect(await ask(document, { room_type: 'string', number_of_guests: 'integer' })).toEqual({
      room_type: 'Garden view',
      number_of_guests: 2,
    });
  });

  test('a first and a last name under labels of their own are one name', async () => {
    const document = await mail('Your stay', 'First name: Nora', 'Last name: Quill', 'Country: Norland');
    expect(await ask(document, { guest_name: 'string' })).toEqual({ guest_name: 'Nora Quill' });
  });

  test('the name above a street and town is the place booked, with its address and town', async () => {
    const document = await mail(
      'Your stay',
      'Your accommodation',
      'The Blue Heron',
      'Harbour Street 14',
      '8004 Seemark',
    );
    const asked = { hotel_name: 'string', hotel_address: 'string', hotel_city: 'string' };
    expect(await ask(document, asked)).toEqual({
      hotel_name: 'The Blue Heron',
      hotel_address: 'Harbour Street 14, 8004 Seemark',
      hotel_city: 'Seemark',
    });
  });

  test('where goods are delivered is no place booked', async () => {
    const document = await mail('Your parcel', 'Delivery address', 'Nora Quill', 'Harbour Street 14', '8004 Seemark');
    expect(await ask(document, { hotel_name: 'string' })).toEqual({ hotel_name: null });
  });

  test('of several order numbers the one in the subject is meant', async () => {
    const document = await mail('Your order #4410-77 is on its way', 'Order #4398-12', '2 x Trail lamp');
    expect(await ask(document, { order_number: 'string' })).toEqual({ order_number: '4410-77' });
  });

  test('lines of a count, a cross and a name are things without prices', async () => {
    const document = await mail('Your parcel', 'In this parcel', '2 x Trail lamp, green', '1 x Rain cover');
    const items = { type: 'object', properties: { name: { type: 'string' }, quantity: { type: 'integer' } } };
    const schema = { type: 'object', properties: { items: { type: 'array', items } } };
    expect(await ask(document, schema)).toEqual({
      items: [
        { name: 'Trail lamp, green', quantity: 2 },
        { name: 'Rain cover', quantity: 1 },
      ],
    });
  });

  test('the day of an event is the one on a line of its own, not the day of the mail', async () => {
    const document = await mail('Tickets for The Lantern Walk', 'The Lantern Walk', 'Friday, 12 September 2031, 19:30');
    expect(await ask(document, { event_date: 'date', start_time: 'string', event: 'string' })).toEqual({
      event_date: '2031-09-12',
      start_time: '19:30',
      event: 'The Lantern Walk',
    });
  });

  test('two times of day with a word between them are a window', async () => {
    const document = await mail('Your parcel', 'We come tomorrow between 13:15 and 15:15.');
    expect(await ask(document, { delivery_window: 'string' })).toEqual({ delivery_window: '13:15 and 15:15' });
  });

  test('a second row beside a label belongs to the first', async () => {
    const document = await mail('Your car', 'Pick-up   Seemark Airport', '          Friday, 3 October 2031, 11:00');
    const schema = { type: 'object', properties: { pickup_time: { type: 'string', format: 'date-time' } } };
    expect(await ask(document, schema)).toEqual({ pickup_time: '2031-10-03T11:00:00' });
  });

  test('a parcel with a sender of its own is carried by who writes', async () => {
    const document = await mail('Your parcel', 'Sender: Finch & Daughter', 'Tracking number: 5588210477');
    expect(await ask(document, { carrier: 'string' })).toEqual({ carrier: 'Wayfare' });
  });

  test('the only day that a mail names is that of the appointment, with its time and the doctor by title', async () => {
    const document = await mail(
      'Recordatorio',
      'Tiene una cita el martes 16 de septiembre de 2031 a las 17:45 con la Dra. Ida Robles.',
    );
    const asked = { appointment_date: 'date', appointment_time: 'string', doctor: 'string' };
    expect(await ask(document, asked)).toEqual({
      appointment_date: '2031-09-16',
      appointment_time: '17:45',
      doctor: 'Dra. Ida Robles',
    });
  });

  test('the day of an order is no day of what was ordered', async () => {
    const document = await mail('Thank you', 'Your order of 3 May 2031 is being packed.');
    expect(await ask(document, { event_date: 'date', delivery_date: 'date' })).toEqual({
      event_date: null,
      delivery_date: null,
    });
  });

  test('a period asked for as text is both its days', async () => {
    const document = await mail('Your bill', 'Billing period: 1 May 2031 - 31 May 2031');
    expect(await ask(document, { billing_period: 'string' })).toEqual({ billing_period: '1 May 2031 - 31 May 2031' });
  });
});
