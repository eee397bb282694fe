import { outage, type Patience, steadily } from '../../jobs/steadily';
import type { Answer, PlaceRequest } from '../../jobs/turnstile';
import type { Turnstiles } from '../../jobs/turnstile-port';
import { mayCallAgain } from './may-call-again';

/** The turnstile as its client sees it. */
export interface TurnstileStub {
  ask(accountId: string, request: PlaceRequest): Promise<Answer>;
}

/** Turnstiles by account. A call is repeated when the object was moved or restarted under it. */
export function createTurnstiles(stubOf: (name: string) => TurnstileStub, patience: Patience): Turnstiles {
  return {
    at: (accountId) => ({
      ask: (request) =>
        steadily(() => stubOf(accountId).ask(accountId, request), mayCallAgain, patience).catch(() => {
          throw outage('The turnstile of the account');
        }),
    }),
  };
}
