import { GOOD_RECEPTION, type Reception } from '../../src/jobs/webhooks/reception';
import type { Kept, OutboxStore } from '../../src/outbox/outbox-store';

/** All that the storage of one outbox holds, its alarm included. Replaced, never changed. */
export interface OutboxRecords {
  readonly parcels: ReadonlyMap<string, Kept>;
  /** The newest revision of each that is logged. */
  readonly logged: ReadonlyMap<string, number>;
  readonly reception: Reception;
  readonly boot: string | null;
  readonly alarmAt: number | null;
}

export const NO_PARCELS: OutboxRecords = {
  parcels: new Map(),
  logged: new Map(),
  reception: GOOD_RECEPTION,
  boot: null,
  alarmAt: null,
};

/** Where an outbox reads and writes its records. */
export interface OutboxAccess {
  read(): OutboxRecords;
  write(records: OutboxRecords): void;
}

/** The outbox's storage over records in memory. */
export function createMemoryOutboxStore({ read, write }: OutboxAccess): OutboxStore {
  const all = () => [...read().parcels.values()];
  const least = (times: readonly (number | null)[]): number | null => {
    const known = times.filter((time) => time !== null);
    return known.length === 0 ? null : Math.min(...known);
  };
  const putAll = (kept: readonly Kept[]) => {
    const parcels = new Map(read().parcels);
    // What is sent is kept as it was first given.
    for (const { parcel, slip } of kept)
      parcels.set(parcel.id, { parcel: parcels.get(parcel.id)?.parcel ?? parcel, slip });
    write({ ...read(), parcels });
  };
  return {
    get: (id) => read().parcels.get(id) ?? null,
    put: (kept) => putAll([kept]),
    putAll,
    due: (now, limit) =>
      all()
        .filter(({ slip }) => slip.flight === 'none' && slip.dueAt !== null && slip.dueAt <= now)
        .sort((one, other) => (one.slip.dueAt ?? 0) - (other.slip.dueAt ?? 0))
        .slice(0, limit),
    dueAfter: (now) => all().filter(({ slip }) => slip.dueAt !== null && slip.dueAt > now),
    underWay: () => all().filter(({ slip }) => slip.flight !== 'none'),
    countUnderWay: () => all().filter(({ slip }) => slip.flight !== 'none').length,
    pending: (limit) =>
      all()
        .filter(({ slip }) => slip.status === 'pending')
        .slice(0, limit),
    dead: (limit) =>
      all()
        .filter(({ slip }) => slip.status === 'dead')
        .slice(0, limit),
    nextDueAt: () => least(all().flatMap(({ slip }) => (slip.flight === 'none' ? slip.dueAt : null))),
    unlogged: (limit) =>
      all()
        .filter(({ parcel, slip }) => (read().logged.get(parcel.id) ?? 0) < slip.revision)
        .slice(0, limit),
    noteLogged(kept) {
      const logged = new Map(read().logged);
      for (const { parcel, slip } of kept) logged.set(parcel.id, slip.revision);
      write({ ...read(), logged });
    },
    reception: () => read().reception,
    setReception: (reception) => write({ ...read(), reception }),
    boot: () => read().boot,
    setBoot: (boot) => write({ ...read(), boot }),
    forget: (endedBefore) =>
      write({
        ...read(),
        parcels: new Map(
          [...read().parcels].filter(([, { slip }]) => slip.endedAt === null || slip.endedAt >= endedBefore),
        ),
      }),
    firstEndedAt: () => least(all().map(({ slip }) => slip.endedAt)),
    isEmpty: () => read().parcels.size === 0,
    clear: () => write({ ...NO_PARCELS, alarmAt: read().alarmAt }),
  };
}
