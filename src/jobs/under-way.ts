/**
 * For so long may whatever was under way when a job, a document or an account went still bring something of it, in
 * milliseconds: an invocation is ended after 15 min (https://developers.cloudflare.com/workers/platform/limits/).
 */
export const UNDER_WAY_MS = 16 * 60_000;
