import type { Alarms } from '../jobs/alarms';
import type { Ports } from '../jobs/ports';
import { CHECK_EVERY_MS } from '../jobs/schedule';
import { WakeUp } from '../jobs/wake-up';
import type { SendOutcome } from '../jobs/webhooks/courier';
import type { Handout } from '../jobs/webhooks/outbox-port';
import type { Parcel } from '../jobs/webhooks/parcel';
import { GOOD_RECEPTION, receptionAfter, roomFor } from '../jobs/webhooks/reception';
import { againSlip, freedSlip, leasedSlip, mayBeSent, newSlip, sentSlip, triedSlip } from '../jobs/webhooks/slip';
import { logError } from '../log';
import type { Kept, OutboxStore } from './outbox-store';
import { giveUpPending, switchOffDead } from './switch-off';
import { TimeWatch } from './time-watch';
import { toRecord } from './to-record';

/** What an outbox needs of the world outside its object. */
export interface OutboxPorts extends Pick<Ports, 'clock' | 'random' | 'parcels'> {
  readonly deliveries: Pick<Ports['deliveries'], 'put'>;
  readonly webhooks: Pick<Ports['webhooks'], 'disable'>;
  readonly settings: Pick<Ports['settings'], 'boot' | 'delivery'>;
}

export interface OutboxDwelling {
  readonly ports: OutboxPorts;
  readonly store: OutboxStore;
  readonly alarms: Alarms;
  /** Keeps the object awake until this has ended. */
  readonly later: (work: Promise<unknown>) => void;
}

/** Rows of the log, or parcels, dealt with in one go. */
const AT_ONCE = 100;

/**
 * Keeps the parcels of one destination until they are delivered. What is due is sent to the queue; whoever takes the message
 * asks for the parcel and reports what came of it. Everything is stored before it is told; whatever fails, the alarm does again.
 */
export class OutboxKeeper {
  readonly #ports: OutboxPorts;
  readonly #store: OutboxStore;
  readonly #wakeUp: WakeUp;
  readonly #timeWatch: TimeWatch;
  readonly #later: OutboxDwelling['later'];
  #settling: Promise<void> | null = null;
  #isMoreDue = false;

  constructor({ ports, store, alarms, later }: OutboxDwelling) {
    this.#ports = ports;
    this.#store = store;
    this.#wakeUp = new WakeUp(alarms, ports.clock);
    this.#timeWatch = new TimeWatch(store, ports.clock, ports.settings.boot);
    this.#later = later;
  }

  add(parcels: readonly Parcel[]): void {
    const now = this.#ports.clock();
    const fresh = parcels.filter(({ id }) => this.#store.get(id) === null);
    this.#store.putAll(fresh.map((parcel) => ({ parcel, slip: newSlip(now) })));
    this.#arm();
    this.#later(this.#settle());
  }

  lease(parcelId: string): Handout | null {
    const kept = this.#store.get(parcelId);
    const slip = kept && leasedSlip(kept.slip, this.#ports.clock());
    if (kept === null || slip === null) return null;
    this.#store.put({ ...kept, slip });
    this.#arm();
    return { parcel: kept.parcel, token: slip.token };
  }

  report(parcelId: string, token: number, outcome: SendOutcome): void {
    const { clock, random, settings } = this.#ports;
    const kept = this.#store.get(parcelId);
    const slip = kept && triedSlip(kept.slip, token, outcome, settings.delivery, clock(), random());
    if (kept === null || slip === null) return;
    this.#store.put({ ...kept, slip });
    this.#store.setReception(receptionAfter(this.#store.reception(), outcome, settings.delivery, clock(), random()));
    this.#arm();
    this.#later(this.#settle());
  }

  redeliver(parcelId: string): boolean {
    const kept = this.#store.get(parcelId);
    if (kept === null) return false;
    this.#again([kept]);
    return true;
  }

  replay(): number {
    let replayed = 0;
    for (let dead = this.#store.dead(AT_ONCE); dead.length > 0; dead = this.#store.dead(AT_ONCE)) {
      this.#again(dead);
      replayed += dead.length;
    }
    return replayed;
  }

  giveUp(): void {
    giveUpPending(this.#store, this.#ports.clock());
    this.#arm();
    this.#later(this.#settle());
  }

  async clear(): Promise<void> {
    this.#store.clear();
    await this.#wakeUp.cancel();
  }

  /** Armed again first: should the work below be cut off, it is done at the next look. */
  async alarm(): Promise<void> {
    const now = this.#ports.clock();
    if (this.#store.isEmpty()) return this.#wakeUp.cancel();
    this.#wakeUp.goneOff();
    for (const { parcel, slip } of this.#store.underWay())
      if ((slip.dueAt ?? 0) <= now) this.#store.put({ parcel, slip: freedSlip(slip, now) });
    await this.#settle();
    this.#store.forget(now - this.#ports.settings.delivery.keepMs);
    this.#wakeUp.putOffTo(this.#wakeAt());
  }

  #again(all: readonly Kept[]): void {
    const now = this.#ports.clock();
    this.#store.putAll(all.map(({ parcel, slip }) => ({ parcel, slip: againSlip(slip, now) })));
    this.#store.setReception(GOOD_RECEPTION);
    this.#arm();
    this.#later(this.#settle());
  }

  /** Sends what is due and logs what is new. Never throws: the alarm is the second line. */
  #settle(): Promise<void> {
    this.#isMoreDue = true;
    this.#settling ??= this.#settleWhileDue().finally(() => {
      this.#settling = null;
      this.#arm();
    });
    return this.#settling;
  }

  /** Again for what came in meanwhile. */
  async #settleWhileDue(): Promise<void> {
    while (this.#isMoreDue) {
      this.#isMoreDue = false;
      await this.#settleOnce();
    }
  }

  async #settleOnce(): Promise<void> {
    // Of one that was cleared meanwhile nothing is noted again.
    if (this.#store.isEmpty()) return;
    this.#timeWatch.notice();
    const { clock, webhooks } = this.#ports;
    for (const work of [() => this.#send(), () => switchOffDead(this.#store, webhooks, clock), () => this.#log()])
      await work().catch((error: unknown) => logError('outbox left something undone', error, {}));
  }

  async #send(): Promise<void> {
    const { clock, parcels } = this.#ports;
    for (;;) {
      const now = clock();
      const reception = this.#store.reception();
      const room = roomFor(reception, this.#store.countUnderWay());
      const due = this.#store.due(now, room).filter(({ slip }) => mayBeSent(slip, reception, now));
      if (due.length === 0) return;
      await parcels.send(
        due.map(({ parcel: { id, accountId, destination } }) => ({ accountId, destination, parcelId: id, version: 1 })),
      );
      for (const { parcel } of due) {
        const kept = this.#store.get(parcel.id);
        if (kept?.slip.flight === 'none' && kept.slip.status === 'pending')
          this.#store.put({ parcel, slip: sentSlip(kept.slip, clock()) });
      }
    }
  }

  async #log(): Promise<void> {
    for (let fresh = this.#store.unlogged(AT_ONCE); fresh.length > 0; fresh = this.#store.unlogged(AT_ONCE)) {
      await this.#ports.deliveries.put(fresh.map(toRecord));
      this.#store.noteLogged(fresh);
    }
  }

  #arm(): void {
    this.#wakeUp.arm(this.#wakeAt());
  }

  /** null: nothing is ever to be done again. */
  #wakeAt(): number | null {
    const { clock, settings } = this.#ports;
    const now = clock();
    if (this.#store.countUnderWay() > 0 || this.#store.unlogged(1).length > 0) return now + CHECK_EVERY_MS;
    const dueAt = this.#store.nextDueAt();
    const endedAt = this.#store.firstEndedAt();
    // What is due and was not sent met a queue that is down: not at once again.
    if (dueAt !== null)
      return Math.max(dueAt <= now ? now + CHECK_EVERY_MS : dueAt, this.#store.reception().pausedUntil ?? 0);
    return endedAt === null ? null : endedAt + settings.delivery.keepMs + 1;
  }
}
