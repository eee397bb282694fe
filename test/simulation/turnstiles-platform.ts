import { TurnstileKeeper, type TurnstilePorts } from '../../src/gate/turnstile-keeper';
import { type TurnstileEntries, TurnstileStore } from '../../src/gate/turnstile-store';
import type { TurnstileStub } from '../../src/stores/durable/turnstiles';
import { callObject } from './call-object';
import { DurableObject } from './durable-object';
import type { Network } from './network';
import type { Dwelling, Inhabitant } from './object-life';
import type { Owner } from './scheduler';

/** All that the storage of one turnstile holds, its alarm included. Replaced, never changed. */
interface TurnstileRecords {
  readonly entries: ReadonlyMap<string, unknown>;
  readonly alarmAt: number | null;
}

const NO_ENTRIES: TurnstileRecords = { entries: new Map(), alarmAt: null };

interface Lives extends Inhabitant {
  readonly keeper: TurnstileKeeper;
}

/** All turnstiles there are, by account: each lives in an object of its own. */
export class TurnstilesPlatform {
  readonly objects = new Map<string, DurableObject<Lives, TurnstileRecords>>();
  /** Told when it is on disk that a job waits for places. */
  onAwaited: (() => void) | null = null;

  constructor(
    private readonly network: Network,
    private readonly portsOf: (owner: Owner) => TurnstilePorts,
  ) {}

  /** The turnstile as somebody calls it. */
  stub(owner: Owner, name: string): TurnstileStub {
    return {
      ask: (accountId, request) =>
        callObject(this.network, owner, 'places', this.#at(name), ({ keeper }) => keeper.ask(accountId, request)),
    };
  }

  #at(name: string): DurableObject<Lives, TurnstileRecords> {
    const known = this.objects.get(name);
    if (known !== undefined) return known;
    const awaken = ({ owner, setAlarm, deleteAlarm, ...access }: Dwelling<TurnstileRecords>): Lives => {
      const keeper = new TurnstileKeeper({
        ports: this.portsOf(owner),
        store: new TurnstileStore(entriesOf(access)),
        alarms: { setAlarm, deleteAlarm },
        later: () => undefined,
      });
      return { keeper, alarm: async () => keeper.alarm() };
    };
    const object = new DurableObject(this.network, name, NO_ENTRIES, awaken, (_, after) => {
      if (this.onAwaited !== null && isAwaited(after)) this.onAwaited();
    });
    this.objects.set(name, object);
    return object;
  }
}

function isAwaited(records: TurnstileRecords): boolean {
  const store = new TurnstileStore(entriesOf({ read: () => records, write: () => undefined }));
  return (store.load()?.waiting.length ?? 0) > 0;
}

/** The object's entries over records in memory; what is put in is never changed. */
function entriesOf({ read, write }: Pick<Dwelling<TurnstileRecords>, 'read' | 'write'>): TurnstileEntries {
  const change = (by: (entries: Map<string, unknown>) => void) => {
    const entries = new Map(read().entries);
    by(entries);
    write({ ...read(), entries });
  };
  return {
    get: (key) => read().entries.get(key),
    put: (key, value) => change((entries) => entries.set(key, value)),
    delete: (key) => change((entries) => entries.delete(key)),
    list: ({ prefix }) => [...read().entries].filter(([key]) => key.startsWith(prefix)),
  };
}
