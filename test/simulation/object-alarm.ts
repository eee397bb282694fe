import type { Network } from './network';
import { attempt, type Inhabitant, type Records } from './object-life';
import type { Owner } from './scheduler';

/** Milliseconds between tries of an alarm that threw, and how often it is tried. */
const RETRY_MS = 2_000;
const TRIES = 6;

/** The object whose alarm it is. */
interface Alarmed {
  readonly committed: Records;
  readonly stored: Records;
  /** Whether something is on its way to the disk. */
  readonly isWriting: boolean;
  awake(): { readonly owner: Owner; readonly lives: Inhabitant };
  clearAlarm(owner: Owner): void;
}

/** An object's one alarm: goes off late, again after a crash, and again when it throws; cleared when it has run, unless set anew. */
export class ObjectAlarm {
  #isRunning = false;
  /** It came due while it ran, and what it left is not on disk yet. */
  #isToWatch = false;
  #tries = 0;
  /** Set or taken away since it went off, perhaps for the very same time. */
  #isAnew = false;

  constructor(
    private readonly network: Network,
    private readonly object: Alarmed,
  ) {}

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** The object is gone in the middle of it, perhaps. */
  breakOff(): void {
    this.#isRunning = false;
  }

  /** To be told when the object sets it or takes it away. */
  changed(): void {
    this.#isAnew = true;
  }

  /** To be told when something has reached the disk. */
  committed(isChanged: boolean): void {
    if (isChanged || this.#isToWatch) this.watch();
    this.#isToWatch = false;
  }

  /** Goes off at the time that is on disk, unless another one is set by then. */
  watch(): void {
    const { alarmAt } = this.object.committed;
    if (alarmAt === null) return;
    const { scheduler, chance, faults } = this.network;
    const late = chance.happens(faults.alarmLate) ? chance.between(1, 5_000) : 0;
    scheduler.at(alarmAt + late, null, () => {
      const isSet = this.object.committed.alarmAt === alarmAt && this.object.stored.alarmAt === alarmAt;
      if (isSet && !this.#isRunning) this.#goOff(alarmAt);
    });
  }

  #goOff(at: number): void {
    const { owner, lives } = this.object.awake();
    const { scheduler } = this.network;
    this.#isRunning = true;
    this.#isAnew = false;
    this.network.tell('alarm', owner);
    scheduler.within(owner, () => {
      attempt(() => lives.alarm()).then(
        () => this.#done(owner, at),
        () => this.#threw(owner),
      );
    });
  }

  #done(owner: Owner, at: number): void {
    if (!owner.isAlive) return;
    this.#isRunning = false;
    this.#tries = 0;
    const { chance, faults, scheduler } = this.network;
    const isUntouched = !this.#isAnew;
    if (isUntouched && chance.happens(faults.alarmTwice)) {
      scheduler.after(chance.below(100), owner, () => {
        if (!this.#isRunning) this.#goOff(at);
      });
      return;
    }
    if (isUntouched) this.object.clearAlarm(owner);
    else if (!this.object.isWriting) this.watch();
    else this.#isToWatch = true;
  }

  #threw(owner: Owner): void {
    if (!owner.isAlive) return;
    this.#isRunning = false;
    this.#tries += 1;
    if (this.#tries < TRIES) this.network.scheduler.after(RETRY_MS, null, () => this.watch());
    else this.object.clearAlarm(owner);
  }
}
