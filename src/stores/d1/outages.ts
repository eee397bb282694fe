import { JobError } from '../../jobs/errors';
import { outage, saidIn } from '../../jobs/steadily';

/** Failures that are over by the next try, in the platform's words: https://developers.cloudflare.com/d1/observability/debug-d1/ */
const PASSING =
  /Network connection lost|storage caused object to be reset|reset because its code was updated|due to transient issue on remote node/i;

/** Failures that another try would only prolong. */
const LASTING = /D1 DB is overloaded|exceeded timeout|exceeded its (?:CPU time|memory) limit/i;

/** Whether the same statement is worth another try. An overloaded database must be left alone. */
export function isPassing(error: unknown): boolean {
  const said = saidIn(error);
  return PASSING.test(said) && !LASTING.test(said);
}

/**
 * Ports whose failures are told in the core's words: `storage-unavailable` when the database does not answer. The driver's
 * own error would repeat the statement and the values bound to it.
 */
export function tellingOutages<Ports extends object>(ports: Ports): Ports {
  return new Proxy(ports, { get: (owner, name) => telling(Reflect.get(owner, name), owner) });
}

/** A port with its methods, or one of those; anything else is as it was. */
function telling(member: unknown, owner: object): unknown {
  if (typeof member === 'object' && member !== null) return tellingOutages(member);
  if (typeof member !== 'function') return member;
  return (...args: unknown[]): unknown => {
    const answer: unknown = Reflect.apply(member, owner, args);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => {
      throw inOurWords(error);
    });
  };
}

function inOurWords(error: unknown): unknown {
  if (error instanceof JobError) return error;
  const said = saidIn(error);
  return PASSING.test(said) || LASTING.test(said) ? outage('The database') : error;
}
