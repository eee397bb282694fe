/** The running server, asked in three dialects at one address: no prefix, only what each vendor's clients send. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DialectName } from '../../src/http/dialects';
import { readId } from '../../src/jobs/id-forms';
import { type Ask, DIALECT_NAMES, EACH_DIALECT } from '../support/dialects';
import { invoiceNumber, invoicePdf } from '../support/documents';
import { untilEnded } from '../support/jobs';
import { type Server, startServer } from '../support/server';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

const askIn =
  (name: DialectName): Ask =>
  async (method, path, { json, form, headers = {} } = {}) => {
    const contentType = json === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${server.url}${path}`, {
      method,
      body: form ?? (json === undefined ? null : JSON.stringify(json)),
      headers: { ...EACH_DIALECT[name].keyHeaders(server.key), ...contentType, ...headers },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name}: ${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };

test('a PDF sent in each dialect is read in every dialect, also by a server that was killed in between', async () => {
  const made: string[] = [];
  for (const [index, name] of DIALECT_NAMES.entries()) {
    const id = await EACH_DIALECT[name].create(askIn(name), await invoicePdf(index, 2));
    made.push(readId(id) ?? '');
  }
  for (const id of made) await untilEnded(server.client, id);
  await server.kill();
  await server.restart();
  for (const name of DIALECT_NAMES) {
    const { list, read, values } = EACH_DIALECT[name];
    expect([name, (await list(askIn(name))).map(readId)]).toEqual([name, [...made].reverse()]);
    for (const [index, id] of made.entries()) {
      expect([name, (await read(askIn(name), id)).status]).toEqual([name, 'completed']);
      expect([name, await values(askIn(name), id)]).toEqual([
        name,
        { invoice_number: invoiceNumber(index), total_gross: 119 },
      ]);
    }
  }
});
