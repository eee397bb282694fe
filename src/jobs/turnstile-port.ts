import type { Answer, PlaceRequest } from './turnstile';

/** Hands out how many documents of one account may be in flight. The object is `src/gate/account-turnstile`. */
export interface AccountTurnstile {
  /** Answers for the job that asks; other jobs that get places by it are told over their gates. */
  ask(request: PlaceRequest): Promise<Answer>;
}

export interface Turnstiles {
  at(accountId: string): AccountTurnstile;
}
