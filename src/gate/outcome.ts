import type { JobErrorCode } from '../jobs/errors';

/**
 * What a gate method answers over RPC. A class thrown by a Durable Object arrives as a bare `Error`, so a refusal is
 * a value; the client port turns it into a `JobError`.
 */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: JobErrorCode; readonly message: string };

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

export const refused = (reason: JobErrorCode, message: string): Outcome<never> => ({ ok: false, reason, message });
