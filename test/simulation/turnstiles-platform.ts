import { TurnstileKeeper, type TurnstilePorts } from '../../src/gate/turnstile-keeper';
import { TurnstileStore } from '../../src/gate/turnstile-store';
import type { TurnstileStub } from '../../src/stores/durable/turnstiles';
import { callObject } from './call-object';
import { DurableObject, type Inhabitant } from './durable-object';
import type { Network } from './network';
import type { Owner } from './scheduler';

/** All that the storage of one turnstile holds, its alarm included. Replaced, never changed. */
interface TurnstileRecords {
  readonly entries: ReadonlyMap<string, unknown>;
  readonly alarmAt: number | null;
}

const NOTHING: TurnstileRecords = { entries: new Map(), alarmAt: null };

/** The keeper, and its alarm as the object has it. */
interface Lives extends Inhabitant {
  readonly keeper: TurnstileKeeper;
}

type TurnstileObject = DurableObject<Lives, TurnstileRecords>;

/** All turnstiles there are, by account: each lives in an object of its own. */
export class TurnstilesPlatform {
  readonly objects = new Map<string, TurnstileObject>();

  constructor(
    private readonly network: Network,
    private readonly portsOf: (owner: Owner) => TurnstilePorts,
  ) {}

  /** The turnstile as a gate calls it. */
  stub(owner: Owner, name: string): TurnstileStub {
    return {
      ask: (accountId, request) =>
        callObject(this.network, owner, 'places', this.#at(name), ({ keeper }) => keeper.ask(accountId, request)),
    };
  }

  #at(name: string): TurnstileObject {
    const known = this.objects.get(name);
    if (known !== undefined) return known;
    const object: TurnstileObject = new DurableObject(
      this.network,
      name,
      NOTHING,
      ({ owner, read, write, setAlarm, deleteAlarm }) => {
        const change = (entries: readonly (readonly [string, unknown])[]) =>
          write({ ...read(), entries: new Map(entries) });
        const keeper = new TurnstileKeeper({
          ports: this.portsOf(owner),
          store: new TurnstileStore({
            get: (key) => read().entries.get(key),
            put: (key, value) => change([...read().entries, [key, value]]),
            delete: (key) => change([...read().entries].filter(([name]) => name !== key)),
            list: ({ prefix }) => [...read().entries].filter(([name]) => name.startsWith(prefix)),
          }),
          alarms: { setAlarm, deleteAlarm },
          later: () => undefined,
        });
        return { keeper, alarm: async () => keeper.alarm() };
      },
      () => undefined,
    );
    this.objects.set(name, object);
    return object;
  }
}
