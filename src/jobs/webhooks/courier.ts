import type { Labels } from '../job';

export interface Letter {
  readonly url: string;
  readonly headers: Labels;
  readonly body: string;
}

/** Why a try came to nothing. */
export type SendProblem =
  /** No whole answer in time. */
  | 'timeout'
  /** The address is none that may be sent to. */
  | 'refused-address'
  /** No connection, or it broke. */
  | 'unreachable'
  /** It answered with a redirect, which is not followed. */
  | 'redirect'
  /** It answered with a status other than 2xx. */
  | 'status'
  /** The webhook was deleted or switched off while the parcel waited. */
  | 'gone';

/** What came of one try. `problem` null: delivered. */
export interface SendOutcome {
  readonly problem: SendProblem | null;
  /** HTTP status; null: no answer. */
  readonly status: number | null;
  /** For a person; null: nothing to say. Nothing of the answer's body. */
  readonly message: string | null;
  /** What the receiver asked to be waited; null: it did not. */
  readonly retryAfterMs: number | null;
  readonly elapsedMs: number;
  /** Where the letter was sent; absent: nowhere. */
  readonly url?: string;
}

/** Carries letters out. */
export interface Courier {
  /** One POST, to public addresses only; never throws. Any 2xx is delivered. */
  post(letter: Letter): Promise<SendOutcome>;
}
