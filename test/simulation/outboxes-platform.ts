import type { Outbox } from '../../src/jobs/webhooks/outbox-port';
import { OutboxKeeper, type OutboxPorts } from '../../src/outbox/outbox-keeper';
import { callObject } from './call-object';
import { DurableObject } from './durable-object';
import type { Network } from './network';
import { createMemoryOutboxStore, NO_PARCELS, type OutboxRecords } from './outbox-records';
import type { Owner } from './scheduler';

type OutboxObject = DurableObject<OutboxKeeper, OutboxRecords>;

/** All outboxes there are, by name: each lives in an object of its own. */
export class OutboxesPlatform {
  readonly objects = new Map<string, OutboxObject>();
  /** Told of everything that reaches a disk. */
  onCommitted: (() => void) | null = null;

  constructor(
    private readonly network: Network,
    private readonly portsOf: (owner: Owner) => OutboxPorts,
  ) {}

  /** The outbox as somebody calls it. */
  stub(owner: Owner, name: string): Outbox {
    const call = <Value>(what: string, method: (keeper: OutboxKeeper) => Value | Promise<Value>) =>
      callObject(this.network, owner, what, this.#at(name), method);
    return {
      add: (parcels) => call('add parcels', (keeper) => keeper.add(parcels)),
      lease: (parcelId) => call('lease parcel', (keeper) => keeper.lease(parcelId)),
      report: (parcelId, token, outcome) => call('report parcel', (keeper) => keeper.report(parcelId, token, outcome)),
      redeliver: (parcelId) => call('redeliver', (keeper) => keeper.redeliver(parcelId)),
      replay: () => call('replay', (keeper) => keeper.replay()),
      giveUp: () => call('give up', (keeper) => keeper.giveUp()),
      clear: () => call('clear', (keeper) => keeper.clear()),
    };
  }

  #at(name: string): OutboxObject {
    const known = this.objects.get(name);
    if (known !== undefined) return known;
    const object: OutboxObject = new DurableObject(
      this.network,
      name,
      NO_PARCELS,
      ({ owner, setAlarm, deleteAlarm, ...access }) =>
        new OutboxKeeper({
          ports: this.portsOf(owner),
          store: createMemoryOutboxStore(access),
          alarms: { setAlarm, deleteAlarm },
          later: () => undefined,
        }),
      () => this.onCommitted?.(),
    );
    this.objects.set(name, object);
    return object;
  }
}
