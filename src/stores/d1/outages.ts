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
  const told = Object.entries(ports).map(([name, port]: [string, object]) => {
    const members = Object.entries(port).map(([method, member]: [string, unknown]) => [
      method,
      typeof member === 'function' ? telling((...args) => Reflect.apply(member, port, args)) : member,
    ]);
    return [name, Object.fromEntries(members)];
  });
  return asPorts<Ports>(Object.fromEntries(told));
}

const telling =
  (method: (...args: unknown[]) => unknown) =>
  (...args: unknown[]): unknown => {
    const answer = method(...args);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => {
      throw inOurWords(error);
    });
  };

function inOurWords(error: unknown): unknown {
  if (error instanceof JobError) return error;
  const said = saidIn(error);
  return PASSING.test(said) || LASTING.test(said) ? outage('The database') : error;
}

/** The same members of the same ports, under the same names. */
const asPorts = <Ports>(told: object): Ports => told as Ports;
