/** That neither of the two ways out of this server leads inside, whatever it is asked by. Nothing here is sent anywhere. */
import { describe, expect, test } from 'vitest';
import { createCourier } from '../../../../src/stores/web/courier';
import { createDocumentHosts } from '../../../../src/stores/web/document-hosts';
import type { Web } from '../../../../src/stores/web/guarded-fetch';
import type { Resolve } from '../../../../src/stores/web/resolver';
import { legitimateUrls } from '../../../support/legitimate-urls';
import { type Trap, traps } from '../../../support/refused-urls';

const DEPLOYED = { allowsLoopback: false, timeoutMs: 5_000 };
const PUBLIC = ['93.184.216.34', '2606:4700:4700::1111'];

interface Stub extends Web {
  /** What was read of any answer, in bytes. */
  bytesRead(): number;
  /** Hosts that were asked, whatever became of it. */
  readonly asked: readonly string[];
}

/** A network that gives everybody a secret, and goes where it is sent. */
function networkOf({ names, redirects }: Pick<Trap, 'names' | 'redirects'>): Stub {
  let bytesRead = 0;
  const asked: string[] = [];
  const looks = new Map<string, number>();
  const resolve: Resolve = async (name) => {
    const look = looks.get(name) ?? 0;
    looks.set(name, look + 1);
    const answers = names[name] ?? [PUBLIC];
    return { ok: true, addresses: answers[Math.min(look, answers.length - 1)] ?? [] };
  };
  const secret = () =>
    new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          bytesRead += 6;
          controller.enqueue(new TextEncoder().encode('secret'));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  const fetch = async (url: string) => {
    asked.push(new URL(url).hostname);
    const to = redirects[url];
    return to === undefined ? new Response(secret()) : new Response(null, { status: 302, headers: { location: to } });
  };
  return { fetch, resolve, bytesRead: () => bytesRead, asked };
}

const askForDocument = (url: string, web: Web) =>
  createDocumentHosts(web, DEPLOYED).get({ url, headers: {}, followsRedirects: true, maxBytes: 1_000 });

const sendLetter = (url: string, web: Web) =>
  createCourier(web, DEPLOYED, Date.now).post({ url, headers: {}, body: '{}' });

/** Whether something came of it, or a host was asked that is none of the names outside. */
const isThrough = (succeeded: boolean, { bytesRead, asked }: Stub, { neverAsked }: Trap): boolean =>
  succeeded || bytesRead() > 0 || asked.some((host) => !host.endsWith('.example.org') || host === neverAsked);

describe('What must not be asked', () => {
  const all = traps();

  test('is tried in more than 500 spellings', () => {
    expect(new Set(all.map((trap) => JSON.stringify(trap))).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(500);
  });

  test('gives no document, and none of it is read', async () => {
    const through: string[] = [];
    for (const trap of all) {
      const web = networkOf(trap);
      const { ok } = await askForDocument(trap.url, web);
      if (isThrough(ok, web, trap)) through.push(JSON.stringify(trap));
    }
    expect(through).toEqual([]);
  });

  test('is told nothing, and nothing it answers is read', async () => {
    const through: string[] = [];
    for (const trap of all) {
      const web = networkOf(trap);
      const { problem } = await sendLetter(trap.url, web);
      if (isThrough(problem === null, web, trap)) through.push(JSON.stringify(trap));
    }
    expect(through).toEqual([]);
  });
});

describe('What may be asked', () => {
  const all = legitimateUrls();

  test('is tried in more than 200 spellings', () => expect(new Set(all).size).toBeGreaterThan(200));

  test('gives its document', async () => {
    const refused: string[] = [];
    for (const url of all)
      if (!(await askForDocument(url, networkOf({ names: {}, redirects: {} }))).ok) refused.push(url);
    expect(refused).toEqual([]);
  });

  test('is told', async () => {
    const refused: string[] = [];
    for (const url of all) {
      const { problem } = await sendLetter(url, networkOf({ names: {}, redirects: {} }));
      if (problem !== null) refused.push(url);
    }
    expect(refused).toEqual([]);
  });
});
