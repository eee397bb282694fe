import { mutant } from './mutant.mjs';

/** Places. */
export const PLACES = [
  mutant(
    'places of a process that is gone are held',
    'gate/turnstile-keeper.ts',
    'holdings: isOfNow ? holdings : [], waiting, seq };',
    'holdings, waiting, seq };',
    {
      harmless:
        'they are free again after a minute without a word; how soon work goes on after a restart is what the chaos harness measures',
    },
  ),
  mutant(
    'who waits is not called',
    'gate/turnstile-keeper.ts',
    'for (const one of called) this.#later(this.#tell(accountId, one));',
    '',
    { seeds: 3_000 },
  ),
  mutant(
    'a turnstile hands out what is taken',
    'jobs/turnstile.ts',
    'let free = limit - [...held.values()].reduce((sum, { places }) => sum + places, 0);',
    'let free = limit;',
    { seeds: 3_000 },
  ),
  mutant(
    'a job takes the places it wants',
    'gate/places.ts',
    'return Math.min(wanted, Math.max(0, this.#held.places - inFlight));',
    'return wanted;',
  ),
  mutant(
    'a place is held for ever by a job that says no more',
    'jobs/turnstile.ts',
    'inTime.filter(({ until }) => until > now)',
    'inTime',
    { seeds: 3_000 },
  ),
  mutant(
    'places are not given back',
    'jobs/turnstile.ts',
    '[...others, { jobId, places: inFlight, until: now + HOLD_MS, answered: seq }] : others',
    '[...others, { jobId, places: inFlight, until: now + HOLD_MS, answered: seq }] : before.holdings',
    {
      harmless: 'they run out after a minute in which the job says nothing: others only wait longer',
    },
  ),
  mutant(
    'what a job says late is taken down',
    'jobs/turnstile.ts',
    'if (request.heard < answeredTo(before, request.jobId))',
    'if (request.heard < 0)',
    { from: 49_000, seeds: 200 },
  ),
  mutant('a gate that is late does not ask again', 'gate/places.ts', 'isLate = told.isLate;', 'isLate = false;', {
    harmless:
      'who is late has a line or places: it is called, or asks again after ten seconds with what it has heard by then',
  }),
  mutant(
    'a turnstile looks at nothing by itself',
    'gate/turnstile-keeper.ts',
    'if (this.#isAwaited()) this.#wakeUp.arm(this.#ports.clock() + CHECK_EVERY_MS);',
    '',
    { seeds: 3_000 },
  ),
  mutant(
    'a turnstile that is moved forgets who was told',
    'gate/turnstile-keeper.ts',
    'const told = [...this.#told.values()].map(({ before }) => before);',
    'const told: PlaceRequest[] = [];',
    { seeds: 8_000 },
  ),
  mutant(
    'a turnstile that is moved forgets who waits',
    'gate/turnstile-store.ts',
    'waiting: [...this.#lines.values()].sort((a, b) => a.turn - b.turn),',
    'waiting: [],',
  ),
];
