/** The Worker as it is deployed, behind bindings that fail, clocks that are wrong, and a door by which to call that off. */
import * as real from '../../../src/index';
import { setClocks } from './clocks';
import { faultyBucket } from './faulty-binding';
import { faultyClass } from './faulty-class';
import { faultyDatabase } from './faulty-database';
import { faultyNamespace, faultyStub } from './faulty-objects';
import { faultyQueue } from './faulty-queue';
import { createWeather, type Weather } from './weather';

/** Below this path the harness speaks to its own server. */
const DOOR = '/v1/__chaos/';

const trueNow = Date.now.bind(Date);
let weather: Weather | null = null;

/** Settings come with the bindings, so the weather begins with the first call. */
const weatherOf = ({ CHAOS_SEED = '1', CHAOS_BOOT = '0', CHAOS_QUIET = '' }: Settings): Weather => {
  if (weather === null) {
    weather = createWeather(CHAOS_SEED, CHAOS_BOOT, trueNow);
    weather.setQuiet(CHAOS_QUIET !== '');
  }
  return weather;
};

/** Before anything was called nothing goes wrong. */
const current: Weather = {
  decide: (site) => weather?.decide(site) ?? { kind: 'none' },
  roll: (site) => weather?.roll(site) ?? 1,
  clockOffsetMs: (component) => weather?.clockOffsetMs(component) ?? 0,
  setQuiet: (isQuiet) => weather?.setQuiet(isQuiet),
  note: (binding, what) => weather?.note(binding, what),
  tally: () => weather?.tally() ?? {},
};

const clocks = setClocks(trueNow, current.clockOffsetMs);

interface Settings {
  readonly CHAOS_SEED?: string;
  readonly CHAOS_BOOT?: string;
  readonly CHAOS_QUIET?: string;
}

const wrapped = new WeakMap<object, Env>();

/** Bindings told by what they can do, so that none that is added later stays without faults. */
function faultyEnv(env: Env & Settings): Env {
  const known = wrapped.get(env);
  if (known !== undefined) return known;
  weatherOf(env);
  const { decide } = current;
  const faulty = Object.fromEntries(
    Object.entries(env).map(([name, binding]: [string, unknown]) => {
      if (typeof binding !== 'object' || binding === null || name === 'ASSETS') return [name, binding];
      if (name === 'OCR') return [name, faultyStub(binding, 'reader', decide)];
      if ('prepare' in binding) return [name, faultyDatabase(binding as D1Database, decide)];
      if ('sendBatch' in binding) return [name, faultyQueue(binding as Queue, name, current)];
      if ('idFromName' in binding)
        return [name, faultyNamespace(binding, name === 'RATE_LIMITER' ? 'limiter' : 'object', decide)];
      return 'createMultipartUpload' in binding ? [name, faultyBucket(binding as R2Bucket, decide)] : [name, binding];
    }),
  ) as unknown as Env;
  wrapped.set(env, faulty);
  return faulty;
}

const envOf = (env: object): object => faultyEnv(env as Env & Settings);

// A class that is not among those below is there as well, and does not fail.
export * from '../../../src/index';
export const AccountTurnstile = faultyClass(real.AccountTurnstile, 'turnstile', clocks, current, envOf);
export const JobGate = faultyClass(real.JobGate, 'gate', clocks, current, envOf);
export const RateLimiter = faultyClass(real.RateLimiter, 'limiter', clocks, current, envOf);
export const WebhookOutbox = faultyClass(real.WebhookOutbox, 'outbox', clocks, current, envOf);

export default {
  fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    weatherOf(env);
    if (pathname.startsWith(DOOR)) return byTheDoor(pathname.slice(DOOR.length), env);
    return clocks.within('front', () => real.default.fetch(request, faultyEnv(env), context));
  },
  queue: (batch, env, context) => clocks.within('consumer', () => real.default.queue(batch, faultyEnv(env), context)),
  scheduled: (occasion, env) => clocks.within('consumer', () => real.default.scheduled(occasion, faultyEnv(env))),
} satisfies ExportedHandler<Env & Settings>;

async function byTheDoor(word: string, env: Env): Promise<Response> {
  if (word === 'quiet' || word === 'faults') {
    current.setQuiet(word === 'quiet');
    return Response.json({ ok: true });
  }
  if (word === 'tally') return Response.json(current.tally());
  if (word !== 'blobs') return new Response(null, { status: 404 });
  const keys: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await env.BLOBS.list({ limit: 1000, ...(cursor === undefined ? {} : { cursor }) });
    keys.push(...page.objects.map(({ key }) => key));
    if (!page.truncated) return Response.json({ keys });
    cursor = page.cursor;
  }
}
