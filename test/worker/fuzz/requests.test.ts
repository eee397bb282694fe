/** Mutated requests of every route: none is an error of the server, and every refusal has its dialect's shape. */
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readId } from '../../../src/jobs/id-forms';
import { DIALECT_NAMES, EACH_DIALECT } from '../../support/dialects';
import { chanceOf } from '../../support/fuzz/chance';
import { filled, named, routesOf } from '../http/every-route';
import { type Owned, ownerOfEverything, UNKNOWN_ID } from '../http/owned-things';
import { openDoor, type Send } from './open-door';
import { REFUSAL_SHAPES } from './refusal-shapes';
import { type FuzzedRequest, requestOf, type Target } from './request-of';
import { schemasAsked } from './schemas-asked';

const SEED = Number(env.FUZZ_SEED);
const REQUESTS = Number(env.FUZZ_REQUESTS);

/** Requests of one account: what they make and delete is not to be all that is left. */
const PER_ACCOUNT = 2_000;

/** Nobody would be left to ask. */
const NOT_ASKED = /DELETE \/v1\/(account|keys)|\/keys\/:id\/rotate/;

/** The headers of our answers: one more was put there by a request. */
const OUR_HEADERS =
  /^(content-(type|length|disposition|security-policy)|location|allow|vary|cache-control|retry-after|www-authenticate|permissions-policy|referrer-policy|strict-transport-security|x-(request-id|should-retry|content-type-options|frame-options|ratelimit-[a-z]+)|cross-origin-[a-z]+-policy|access-control-[a-z-]+|x-talonic-(balance-credits|cost-[a-z]+|cells-resolved-[a-z]+))$/;

/** Every route, with the schemas that look at what it is sent. */
async function targetsOf(name: (typeof DIALECT_NAMES)[number], key: string, send: Send): Promise<readonly Target[]> {
  const { closed, open } = routesOf(name);
  const targets: Target[] = [];
  for (const route of [...closed, ...open].filter((route) => !NOT_ASKED.test(named(route)))) {
    const hasBody = route.method !== 'GET';
    const headers = { ...EACH_DIALECT[name].keyHeaders(key), 'content-type': 'application/json' };
    const init = { method: route.method, headers, ...(hasBody ? { body: '{}' } : {}) };
    const schemas = await schemasAsked(() => send(`/${name}${filled(route.path, UNKNOWN_ID)}`, init));
    targets.push({ route, schemas });
  }
  return targets;
}

const idsOf = (owned: Owned): readonly string[] => [
  ...Object.values(owned),
  ...Object.values(owned).map((id) => readId(id) ?? id),
  UNKNOWN_ID,
];

/** What is wrong with the answer; null: nothing. */
async function complaintAbout(
  send: Send,
  name: (typeof DIALECT_NAMES)[number],
  { path, init }: FuzzedRequest,
): Promise<string | null> {
  const response = await send(`/${name}${path}`, init);
  const { status } = response;
  const strange = [...response.headers.keys()].filter((header) => !OUR_HEADERS.test(header));
  if (strange.length > 0) return `${status} with headers that are not ours: ${strange}`;
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return null;
  }
  const text = await response.text();
  if (status >= 500) return `${status} ${text}`;
  if (status < 400 || init.method === 'HEAD' || init.method === 'OPTIONS') return null;
  return REFUSAL_SHAPES[name].safeParse(asJson(text)).success ? null : `${status} in another shape: ${text}`;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

test.each(DIALECT_NAMES)(
  '%s: no mutated request is an error of the server, and each refusal has the dialect shape',
  async (name) => {
    const share = Math.ceil(REQUESTS / DIALECT_NAMES.length);
    for (let sent = 0; sent < share; sent += PER_ACCOUNT) {
      const { account, owned } = await ownerOfEverything();
      const keyHeaders = EACH_DIALECT[name].keyHeaders(account.key);
      const send = await openDoor(account);
      const targets = await targetsOf(name, account.key, send);
      const belongings = { owned, ids: idsOf(owned) };
      for (let index = sent; index < Math.min(share, sent + PER_ACCOUNT); index += 1) {
        const chance = chanceOf(SEED + index);
        const target = targets[index % targets.length];
        if (target === undefined) throw new Error('no route');
        const { path, init } = requestOf(target, belongings, chance);
        const headers = { ...init.headers, ...keyHeaders };
        const complaint = await complaintAbout(send, name, { path, init: { ...init, headers } });
        if (complaint !== null) {
          const body = typeof init.body === 'string' ? init.body.slice(0, 2_000) : String(init.body);
          expect.fail(
            `${init.method} ${path.slice(0, 500)}\n${body}\nFUZZ_SEED=${SEED}, request ${index}: ${complaint}`,
          );
        }
      }
    }
  },
  600_000,
);
