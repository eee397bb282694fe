import { countInFlight } from '../../src/jobs/schedule';
import type { Faults } from './faults';
import type { Server } from './server';
import type { Violations } from './violations';

/** Whether nothing keeps gates and turnstile from knowing of each other how they stand. */
export const isSteady = (faults: Faults): boolean =>
  [
    faults.kills,
    faults.objectRestarts,
    faults.clockJumps,
    faults.callLost,
    faults.answerLost,
    faults.slow,
    faults.late,
    faults.doubled,
    faults.consumerDies,
    faults.consumerStalls,
    faults.readerSlow,
    faults.readerHangs,
    faults.engineSlow,
  ].every((rate) => rate === 0);

/** Not more documents of the account are in flight than it has places for. */
export function watchPlaces(violations: Violations, { gates }: Server, places: number, now: number): void {
  const inFlight = new Map<string, number>();
  for (const { committed } of gates.objects.values()) {
    if (committed.state === null) continue;
    const { accountId } = committed.state;
    inFlight.set(accountId, (inFlight.get(accountId) ?? 0) + countInFlight(committed.state, now));
  }
  for (const count of inFlight.values())
    violations.expect(count <= places, 'I18', () => `${count} documents are in flight, on ${places} places`);
}
