/**
 * For so long may whatever was under way when a job, a document or an account went still bring something of it, in
 * milliseconds: an invocation is ended after 15 min (https://developers.cloudflare.com/workers/platform/limits/).
 */
export const UNDER_WAY_MS = 16 * 60_000;

/**
 * For so long is it remembered that a job was deleted, by its row and by its gate, in milliseconds. Longer than anything is under
 * way: who found the job before it went, and opens it after it was forgotten, would make it anew under an id that has ended; and a
 * clock that was put forward must not bring that about.
 */
export const REMEMBERED_MS = 60 * 60_000;
