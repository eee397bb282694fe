import { mutant } from './mutant.mjs';

/** Alarms. */
export const ALARMS = [
  mutant(
    'no alarm is set with the state',
    'gate/gate-keeper.ts',
    'if (isOwed) this.#announcing.expect();\n    this.#armFor(after);',
    'if (isOwed) this.#announcing.expect();',
  ),
  mutant(
    'the alarm is set a turn later than the state',
    'gate/gate-keeper.ts',
    'if (isOwed) this.#announcing.expect();\n    this.#armFor(after);',
    'if (isOwed) this.#announcing.expect();\n    void this.#ports.documents.get(after.accountId, "").catch(() => null).then(() => this.#armFor(after));',
    { seeds: 3_000 },
  ),
  mutant('an alarm does not set the next one first', 'gate/gate-keeper.ts', 'this.#wakeUp.goneOff();', ''),
  mutant(
    'an alarm takes the next one away',
    'gate/gate-keeper.ts',
    'this.#wakeUp.putOffTo(wakeAt);',
    'this.#wakeUp.putOffTo(null);',
  ),
  mutant(
    'an alarm is put off for good',
    'jobs/wake-up.ts',
    'if (at === null || (this.#at !== null && this.#at <= at && this.#at > this.#clock())) return;',
    'if (at === null || this.#at !== null) return;',
  ),
  mutant(
    'a tick does nothing',
    'gate/gate-keeper.ts',
    "else this.#record.apply({ kind: 'tick', boot: settings.boot, now });",
    '',
  ),
  mutant(
    'what was not shown is not looked at again',
    'jobs/schedule.ts',
    'if (!isProjected) return now + CHECK_EVERY_MS;',
    '',
  ),
];
