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
  const states = [...gates.objects.values()].flatMap(({ committed }) => committed.state ?? []);
  const inFlight = states.reduce((sum, state) => sum + countInFlight(state, now), 0);
  violations.expect(inFlight <= places, 'I18', () => `${inFlight} documents are in flight, on ${places} places`);
}
