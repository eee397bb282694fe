import type { Network } from './network';
import { Owner } from './scheduler';

/** Milliseconds between tries of an alarm that threw, and how often it is tried. */
const ALARM_RETRY_MS = 2_000;
const ALARM_TRIES = 6;

/** What lives in an object's memory. Its methods are called by name, as over RPC. */
export interface Inhabitant {
  alarm(): Promise<void>;
}

interface Records {
  readonly alarmAt: number | null;
}

/** What an object is to the code inside it. */
export interface Dwelling<Kept> {
  readonly owner: Owner;
  read(): Kept;
  write(records: Kept): void;
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
}

/** A call that has arrived and is not answered; told when the object is gone. */
interface Waiting {
  readonly broken: () => void;
}

interface Incarnation<Lives> {
  readonly owner: Owner;
  readonly lives: Lives;
  readonly waiting: Set<Waiting>;
}

/**
 * One object of the platform: storage that survives, memory that does not. What is written in one turn reaches the disk
 * together, after a while; what the object sends leaves after that. Its one alarm goes off late, again after a crash, and
 * again when it throws; it is cleared when it has run, unless it was set anew.
 */
export class DurableObject<Lives extends Inhabitant, Kept extends Records> {
  /** On disk. */
  committed: Kept;
  /** As the object sees it. */
  #stored: Kept;
  #commitAt: number | null = null;
  #incarnation: Incarnation<Lives> | null = null;
  #isAlarmRunning = false;
  /** It came due while it ran, and what it left is not on disk yet. */
  #isAlarmToWatch = false;
  #alarmTries = 0;

  constructor(
    private readonly network: Network,
    readonly name: string,
    nothing: Kept,
    private readonly awaken: (dwelling: Dwelling<Kept>) => Lives,
    private readonly onCommitted: (before: Kept, after: Kept) => void,
  ) {
    this.committed = nothing;
    this.#stored = nothing;
  }

  /** As the object sees its records, on disk or on the way there. */
  get stored(): Kept {
    return this.#stored;
  }

  /** A call from outside. `gone`: what the caller sees when the object breaks under it. */
  call<Value>(method: (lives: Lives) => Value | Promise<Value>, answer: Answer<Value>): void {
    const incarnation = this.#awake();
    const { scheduler } = this.network;
    const waiting: Waiting = { broken: () => answer.broken() };
    incarnation.waiting.add(waiting);
    const leave = (run: () => void) => {
      scheduler.at(incarnation.owner.heldUntil, incarnation.owner, () => {
        incarnation.waiting.delete(waiting);
        run();
      });
    };
    scheduler.within(incarnation.owner, () => {
      // Not `await`: a method that answers at once has done all in this turn.
      const given = attempt(() => method(incarnation.lives));
      given.then(
        (value) => leave(() => answer.told(value)),
        (error: unknown) => leave(() => answer.threw(error)),
      );
    });
  }

  /** Memory is gone; what was not on disk yet as well. */
  crash(): void {
    const incarnation = this.#incarnation;
    this.#incarnation = null;
    this.#stored = this.committed;
    this.#commitAt = null;
    this.#isAlarmRunning = false;
    this.network.tell('crash', null, this.name);
    if (incarnation === null) return;
    incarnation.owner.die(this.network.scheduler.now);
    for (const waiting of incarnation.waiting) waiting.broken();
  }

  /** Put out of memory, if nothing is going on. */
  evict(): void {
    const incarnation = this.#incarnation;
    if (incarnation === null || incarnation.waiting.size > 0 || incarnation.owner.open > 0) return;
    if (this.#isAlarmRunning || this.#commitAt !== null) return;
    incarnation.owner.die(this.network.scheduler.now);
    this.#incarnation = null;
  }

  /** After the whole platform was away: an alarm that is due goes off without anybody's doing. */
  resume(): void {
    this.#watchAlarm();
  }

  #awake(): Incarnation<Lives> {
    if (this.#incarnation !== null) return this.#incarnation;
    const owner = new Owner(this.name);
    const lives = this.awaken({
      owner,
      read: () => this.#stored,
      write: (records) => this.#write(owner, records),
      setAlarm: async (at) => this.#write(owner, { ...this.#stored, alarmAt: at }),
      deleteAlarm: async () => this.#write(owner, { ...this.#stored, alarmAt: null }),
    });
    this.#incarnation = { owner, lives, waiting: new Set() };
    return this.#incarnation;
  }

  #write(owner: Owner, records: Kept): void {
    if (!owner.isAlive) return;
    this.#stored = records;
    if (this.#commitAt !== null) return;
    const { scheduler, chance, faults } = this.network;
    const commitAt = scheduler.now + (chance.happens(faults.slowDisk) ? chance.between(1, 60) : 0);
    this.#commitAt = commitAt;
    owner.heldUntil = commitAt;
    scheduler.firstAt(commitAt, () => {
      if (owner.isAlive) this.#commit();
    });
  }

  #commit(): void {
    const before = this.committed;
    this.committed = this.#stored;
    this.#commitAt = null;
    if (before.alarmAt !== this.committed.alarmAt || this.#isAlarmToWatch) this.#watchAlarm();
    this.#isAlarmToWatch = false;
    this.onCommitted(before, this.committed);
  }

  #watchAlarm(): void {
    const { alarmAt } = this.committed;
    if (alarmAt === null) return;
    const { scheduler, chance, faults } = this.network;
    const late = chance.happens(faults.alarmLate) ? chance.between(1, 5_000) : 0;
    scheduler.at(alarmAt + late, null, () => {
      const isSet = this.committed.alarmAt === alarmAt && this.#stored.alarmAt === alarmAt;
      if (isSet && !this.#isAlarmRunning) this.#goOff(alarmAt);
    });
  }

  #goOff(at: number): void {
    const { owner, lives } = this.#awake();
    const { scheduler } = this.network;
    this.#isAlarmRunning = true;
    this.network.tell('alarm', owner);
    scheduler.within(owner, () => {
      attempt(() => lives.alarm()).then(
        () => this.#alarmDone(owner, at),
        () => this.#alarmThrew(owner),
      );
    });
  }

  #alarmDone(owner: Owner, at: number): void {
    if (!owner.isAlive) return;
    this.#isAlarmRunning = false;
    this.#alarmTries = 0;
    const { chance, faults, scheduler } = this.network;
    const isUntouched = this.#stored.alarmAt === at;
    if (isUntouched && chance.happens(faults.alarmTwice)) {
      scheduler.after(chance.below(100), owner, () => {
        if (!this.#isAlarmRunning) this.#goOff(at);
      });
      return;
    }
    if (isUntouched) this.#write(owner, { ...this.#stored, alarmAt: null });
    else if (this.#commitAt === null) this.#watchAlarm();
    else this.#isAlarmToWatch = true;
  }

  #alarmThrew(owner: Owner): void {
    if (!owner.isAlive) return;
    this.#isAlarmRunning = false;
    this.#alarmTries += 1;
    if (this.#alarmTries < ALARM_TRIES) this.network.scheduler.after(ALARM_RETRY_MS, null, () => this.#watchAlarm());
    else this.#write(owner, { ...this.#stored, alarmAt: null });
  }
}

export interface Answer<Value> {
  told(value: Value): void;
  threw(error: unknown): void;
  broken(): void;
}

function attempt<Value>(run: () => Value | Promise<Value>): Promise<Value> {
  try {
    return Promise.resolve(run());
  } catch (error) {
    return Promise.reject(error);
  }
}
