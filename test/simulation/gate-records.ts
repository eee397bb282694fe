import type { Aftermath, GateStore } from '../../src/gate/gate-store';
import type { JobState } from '../../src/jobs/job';
import type { NumberedEvent } from '../../src/jobs/live-event';

type Owed = ReturnType<GateStore['owedAnnouncements']>;

/** All that the storage of one object holds, its alarm included. Replaced, never changed. */
export interface GateRecords {
  readonly state: JobState | null;
  readonly events: readonly NumberedEvent[];
  /** Highest number given to an event so far. */
  readonly told: number;
  readonly announcements: Owed;
  /** Highest number given to an announcement so far. */
  readonly announced: number;
  readonly projected: number;
  readonly indexed: number;
  readonly alarmAt: number | null;
}

export const NO_RECORDS: GateRecords = {
  state: null,
  events: [],
  told: 0,
  announcements: [],
  announced: 0,
  projected: 0,
  indexed: 0,
  alarmAt: null,
};

/** Where an object reads and writes its records. */
export interface RecordsAccess {
  read(): GateRecords;
  write(records: GateRecords): void;
}

/** The gate's storage over records in memory. `fails`: whether what is to be saved now cannot be. */
export function createMemoryGateStore({ read, write }: RecordsAccess, fails: () => boolean): GateStore {
  return {
    load: () => read().state,
    save(_, after, { events, announcements, at }: Aftermath) {
      if (fails()) throw new Error('storage: nothing was saved');
      const records = read();
      const numbered = events.map((event, index) => ({ seq: records.told + index + 1, at, event }));
      const owed = announcements.map((announcement, index) => ({ seq: records.announced + index + 1, announcement }));
      write({
        ...records,
        state: after,
        events: numbered.length === 0 ? records.events : [...records.events, ...numbered],
        told: records.told + numbered.length,
        announcements: [...records.announcements, ...owed],
        announced: records.announced + owed.length,
      });
    },
    forgetEvents: () => write({ ...read(), events: read().events.slice(-1) }),
    erase: async () => write(NO_RECORDS),
    eventsAfter: (after, limit) =>
      read()
        .events.filter(({ seq }) => seq > after)
        .slice(0, limit),
    owedAnnouncements: (limit) => read().announcements.slice(0, limit),
    forgetAnnouncements: (upTo) =>
      write({ ...read(), announcements: read().announcements.filter(({ seq }) => seq > upTo) }),
    projectedRevision: () => read().projected,
    noteProjected: (projected) => write({ ...read(), projected }),
    indexedRevision: () => read().indexed,
    noteIndexed: (indexed) => write({ ...read(), indexed }),
  };
}
