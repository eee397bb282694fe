import { REMEMBERED_MS, UNDER_WAY_MS } from '../../src/jobs/under-way';
import { accountPrefix } from '../../src/stores/r2/keys';
import { A_WHILE_MS, type Audited } from './audited';
import { rowsOf } from './database-departures';
import type { Faults } from './faults';
import { LEAVER } from './leaver';

/** Sweeps that it may take until nothing more is found of an account. */
const SWEEPS = 6;

/** When an account was deleted and it has been swept for long enough: nothing of it is left anywhere, and nothing is sent for it. */
export function auditGone({ leaver, faults, server, scheduler, violations, isBroken }: Audited): void {
  if (leaver === null) return;
  const quietFrom = (leaver.toldAt ?? Number.POSITIVE_INFINITY) + underWayMs(faults);
  const { database, bucket, gates, outboxes, receiver } = server;
  const expect = (left: readonly string[], what: string) =>
    violations.expect(left.length === 0, 'I6', () => `${LEAVER} was deleted; ${what}: ${left.join(' ')}`);
  for (let sweeps = 0; sweeps < SWEEPS && database.departures.has(LEAVER) && !isBroken(); sweeps += 1) {
    server.sweep();
    scheduler.runTo(scheduler.now + UNDER_WAY_MS + A_WHILE_MS, isBroken);
  }
  expect([...database.departures.keys()], 'it is still on its way out');
  scheduler.runTo(scheduler.now + REMEMBERED_MS + A_WHILE_MS, isBroken);
  expect(
    [...bucket.objects.keys()].filter((key) => key.startsWith(accountPrefix(LEAVER))),
    'blobs are left',
  );
  expect(
    rowsOf(database, LEAVER).map(({ name }) => name),
    'rows are left',
  );
  const isTheirs = ([name]: readonly [string, unknown]) => name.startsWith(`${LEAVER}/`);
  expect(
    [...gates.objects].filter(isTheirs).flatMap(([name, { committed }]) => (committed.state === null ? [] : name)),
    'gates know jobs',
  );
  expect(
    [...outboxes.objects]
      .filter(isTheirs)
      .flatMap(([name, { committed }]) => (committed.parcels.size === 0 ? [] : name)),
    'outboxes have parcels',
  );
  expect(
    receiver.received.flatMap(({ accountId, at, body }) => (accountId === LEAVER && at > quietFrom ? body : [])),
    'it was told of',
  );
}

/** How long a letter may be under way that left before. */
function underWayMs({ slow, slowDisk, consumerStalls, clockJumps }: Faults): number {
  if (clockJumps > 0) return 2 * UNDER_WAY_MS;
  return slow + slowDisk + consumerStalls > 0 ? 3 * A_WHILE_MS : 1_000;
}
