import { expect, test } from 'vitest';
import { readParsed } from '../../../src/jobs/read-parsed';
import { newCaller, ports, storeInvoices } from '../../support/accounts';

test('a document is read once, and again only when that is asked for, which is then what is known', async () => {
  const caller = newCaller();
  const [document] = await storeInvoices(caller, 1);
  if (document === undefined) throw new Error('an invoice was stored');
  let readings = 0;
  const { blobs, reader } = ports();
  async function* parse(...[, , , from]: Parameters<typeof reader.parse>) {
    readings += 1;
    for (let part = from; part <= 3; part++)
      yield { json: `reading ${readings}, part ${part}`, isLast: part === 3, pageCount: 3 };
  }
  const read = async (isFresh: boolean, pages: readonly number[] | null = null, from = 1) => {
    const parts: string[] = [];
    for await (const { json } of readParsed(
      { blobs, reader: { ...reader, parse } },
      { ...document, pages, isFresh },
      from,
    ))
      parts.push(json);
    return parts;
  };
  const reading = (number: number) => [1, 2, 3].map((part) => `reading ${number}, part ${part}`);

  expect([await read(false), await read(false)]).toEqual([reading(1), reading(1)]);
  expect([await read(true), await read(false)]).toEqual([reading(2), reading(2)]);
  expect([await read(false, [1]), await read(false, [1])]).toEqual([reading(3), reading(3)]);
  expect(await read(false, null, 2)).toEqual(reading(2).slice(1));
});
