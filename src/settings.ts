import { readLimits } from './jobs/limits';
import type { Settings } from './jobs/ports';
import { readDeliveryPolicy } from './jobs/webhooks/delivery-settings';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const MIB = 1024 * 1024;

/** What was read, by the bindings it was read from: once in an isolate, not with each request. */
const known = new WeakMap<Env, Settings>();

/** The variables of `wrangler.toml` as what they mean. Throws an `Error` naming the one that is wrong. */
export function settingsOf(env: Env): Settings {
  const settings = known.get(env) ?? readSettings(env);
  known.set(env, settings);
  return settings;
}

function readSettings(env: Env): Settings {
  const limits = readLimits(env);
  const retentionMs = positive('RETENTION_DAYS', env.RETENTION_DAYS) * DAY_MS;
  return {
    limits,
    retentionMs,
    sweepGraceMs: positive('SWEEP_GRACE_HOURS', env.SWEEP_GRACE_HOURS) * HOUR_MS,
    fetchTimeoutMs: positive('FETCH_TIMEOUT_SECONDS', env.FETCH_TIMEOUT_SECONDS) * 1000,
    webhookTimeoutMs: positive('WEBHOOK_TIMEOUT_SECONDS', env.WEBHOOK_TIMEOUT_SECONDS) * 1000,
    parsedCacheBytes: positive('PARSED_CACHE_MIB', env.PARSED_CACHE_MIB) * MIB,
    delivery: readDeliveryPolicy(env.WEBHOOK_RETRY_SECONDS, env.WEBHOOK_SWITCH_OFF_HOURS, retentionMs),
    web: { allowsLoopback: env.ALLOW_LOOPBACK === 'yes' },
    corsOrigins: origins(env.CORS_ORIGINS),
    boot: env.BOOT_ID,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${name}: "${text}" is not a positive number; set it in wrangler.toml`);
  return value;
}

const origins = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => {
      if (word === '*' || (URL.canParse(word) && new URL(word).origin === word)) return word;
      throw new Error(`CORS_ORIGINS: "${word}" is no origin like https://app.example; set it in wrangler.toml`);
    });
