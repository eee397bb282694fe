import { describe, expect, test } from 'vitest';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { parsePlainText } from '../../../../src/parsers/plain-text';
import { ask } from '../ask';

const written = (text: string): Promise<ParsedDocument> =>
  parsePlainText(new TextEncoder().encode(text), { filename: 'trip.txt', pages: null });

const LEGS = {
  type: 'object',
  properties: {
    legs: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          origin: { type: 'string' },
          destination: { type: 'string' },
          departure: { type: 'string', format: 'date-time' },
          arrival: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
};

async function legsIn(text: string): Promise<unknown> {
  return (await ask(await written(text), LEGS)).legs;
}

describe('legs of a journey', () => {
  test('rows of a time and a place pair up, on the day of the heading above', async () => {
    const text =
      'Your trip on 4 June 2031\n\n08:05  Ashdown Quay\n09:40  Marle Bridge\n\n09:55  Marle Bridge\n12:20  Tarn Head\n';
    expect(await legsIn(text)).toEqual([
      {
        origin: 'Ashdown Quay',
        destination: 'Marle Bridge',
        departure: '2031-06-04T08:05:00',
        arrival: '2031-06-04T09:40:00',
      },
      {
        origin: 'Marle Bridge',
        destination: 'Tarn Head',
        departure: '2031-06-04T09:55:00',
        arrival: '2031-06-04T12:20:00',
      },
    ]);
  });

  test('an arrival earlier than the departure is on the day after', async () => {
    expect(await legsIn('Saturday, 7 June 2031\n23:10  Ashdown Quay\n01:35  Tarn Head\n')).toEqual([
      {
        origin: 'Ashdown Quay',
        destination: 'Tarn Head',
        departure: '2031-06-07T23:10:00',
        arrival: '2031-06-08T01:35:00',
      },
    ]);
  });

  test('a stop of a row with two times is arrived at and left', async () => {
    const text =
      'Fri 06/06/31  Ashdown Quay  07:15\nFri 06/06/31  Marle Bridge  08:40  08:52\nFri 06/06/31  Tarn Head  10:30\nall on 13/06/31\n';
    expect(await legsIn(text)).toMatchObject([
      { origin: 'Ashdown Quay', destination: 'Marle Bridge' },
      { origin: 'Marle Bridge', destination: 'Tarn Head' },
    ]);
  });

  test('a place with its day and time below it is a stop of single fields too', async () => {
    const text = 'Ashdown (ASQ)\nFri 6 June 2031\n06:50\nTarn (TRN)\nFri 6 June 2031\n09:35\n';
    const schema = {
      type: 'object',
      properties: {
        departure_airport: { type: 'string', description: 'IATA code of the departure airport' },
        arrival_airport: { type: 'string', description: 'IATA code of the arrival airport' },
        departure: { type: 'string', format: 'date-time' },
        arrival: { type: 'string', format: 'date-time' },
      },
    };
    expect(await ask(await written(text), schema)).toEqual({
      departure_airport: 'ASQ',
      arrival_airport: 'TRN',
      departure: '2031-06-06T06:50:00',
      arrival: '2031-06-06T09:35:00',
    });
  });

  test('hours of opening are no journey', async () => {
    expect(await legsIn('Open Monday to Friday 09:00 to 17:30\nSaturday 10:00\nTel. 0117 4960 0512\n')).toEqual([]);
  });
});
