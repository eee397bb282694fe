import { JobError, type JobErrorCode } from '../../jobs/errors';
import type { Gate } from '../../jobs/gate-port';
import type { Gates } from '../../jobs/ports';
import { outage, type Patience, steadily } from '../../jobs/steadily';
import { mayCallAgain } from './may-call-again';

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: JobErrorCode; readonly message: string };

/** The gate as its client sees it: what each method of the object answers over RPC. */
export interface GateStub {
  open(...args: Parameters<Gate['open']>): Promise<Answer<Awaited<ReturnType<Gate['open']>>>>;
  lease: Gate['lease'];
  renew: Gate['renew'];
  report: Gate['report'];
  fail: Gate['fail'];
  release: Gate['release'];
  admit: Gate['admit'];
  cancel(): Promise<Answer<Awaited<ReturnType<Gate['cancel']>>>>;
  retry(): Promise<Answer<Awaited<ReturnType<Gate['retry']>>>>;
  remove(): Promise<Answer<null>>;
  summary(): Promise<Answer<NonNullable<Awaited<ReturnType<Gate['summary']>>>>>;
  extractions(): Promise<Answer<Awaited<ReturnType<Gate['extractions']>>>>;
  eventsAfter(
    ...args: Parameters<Gate['eventsAfter']>
  ): Promise<Answer<NonNullable<Awaited<ReturnType<Gate['eventsAfter']>>>>>;
}

/**
 * Gates by account and job: an id of another account names another object, which knows nothing. A call is repeated when the
 * object was moved or restarted under it: every gate method may run twice.
 */
export function createGates(stubOf: (name: string) => GateStub, patience: Patience): Gates {
  return {
    at({ accountId, jobId }) {
      const call = async <Value>(method: (stub: GateStub) => Promise<Value>): Promise<Value> => {
        try {
          return await steadily(() => method(stubOf(`${accountId}/${jobId}`)), mayCallAgain, patience);
        } catch {
          throw outage(`Job ${jobId}`);
        }
      };
      return {
        open: async (opening) => valueIn(jobId, await call((stub) => stub.open(opening))),
        lease: (attempt, index) => call((stub) => stub.lease(attempt, index)),
        renew: (turn, phaseShare) => call((stub) => stub.renew(turn, phaseShare)),
        report: (report) => call((stub) => stub.report(report)),
        fail: (turn, problem) => call((stub) => stub.fail(turn, problem)),
        release: (turn, delayMs, problem) => call((stub) => stub.release(turn, delayMs, problem)),
        admit: (places) => call((stub) => stub.admit(places)),
        cancel: async () => valueIn(jobId, await call((stub) => stub.cancel())),
        retry: async () => valueIn(jobId, await call((stub) => stub.retry())),
        remove: async () => {
          valueIn(jobId, await call((stub) => stub.remove()));
        },
        summary: async () => valueOrNull(await call((stub) => stub.summary())),
        extractions: async () => valueIn(jobId, await call((stub) => stub.extractions())),
        eventsAfter: async (seq, limit) => valueOrNull(await call((stub) => stub.eventsAfter(seq, limit))),
      };
    },
  };
}

function valueIn<Value>(jobId: string, answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  // An object without a job does not know whose it would be.
  const isUnknown = answer.reason === 'not-found';
  throw new JobError(answer.reason, isUnknown ? `Job ${jobId} does not exist` : answer.message);
}

const valueOrNull = <Value>(answer: Answer<Value>): Value | null => (answer.ok ? answer.value : null);
