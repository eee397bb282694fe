import type { EpochMs } from '../../src/jobs/job';
import type { Network } from './network';
import { ObjectAlarm } from './object-alarm';
import { type Answer, attempt, type Dwelling, type Inhabitant, type Records, type Waiting } from './object-life';
import { Owner } from './scheduler';

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
  #writtenAt: EpochMs = 0;
  #commitAt: number | null = null;
  #incarnation: Incarnation<Lives> | null = null;
  /** Calls that come before are lost. */
  reachableFrom = 0;
  readonly #alarm: ObjectAlarm;

  constructor(
    private readonly network: Network,
    readonly name: string,
    nothing: Kept,
    private readonly awaken: (dwelling: Dwelling<Kept>) => Lives,
    /** `since`: when the first of what came to the disk together was written. */
    private readonly onCommitted: (before: Kept, after: Kept, since: EpochMs) => void,
  ) {
    this.committed = nothing;
    this.#stored = nothing;
    this.#alarm = new ObjectAlarm(network, this);
  }

  /** As the object sees its records, on disk or on the way there. */
  get stored(): Kept {
    return this.#stored;
  }

  get isWriting(): boolean {
    return this.#commitAt !== null;
  }

  /** A call from outside. `gone`: what the caller sees when the object breaks under it. */
  call<Value>(method: (lives: Lives) => Value | Promise<Value>, answer: Answer<Value>): void {
    const incarnation = this.awake();
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
    const lostAt = this.#commitAt ?? Number.POSITIVE_INFINITY;
    this.#incarnation = null;
    this.#stored = this.committed;
    this.#commitAt = null;
    this.#alarm.breakOff();
    this.network.tell('crash', null, this.name);
    if (incarnation === null) return;
    // What waits for a write that is lost leaves no more, though a clock that jumped says that it would have by now.
    incarnation.owner.die(Math.min(this.network.scheduler.now, lostAt - 1));
    for (const waiting of incarnation.waiting) waiting.broken();
  }

  /** Put out of memory, if nothing is going on. */
  evict(): void {
    const incarnation = this.#incarnation;
    if (incarnation === null || incarnation.waiting.size > 0 || incarnation.owner.open > 0) return;
    if (this.#alarm.isRunning || this.isWriting) return;
    incarnation.owner.die(this.network.scheduler.now);
    this.#incarnation = null;
  }

  /** After the whole platform was away: an alarm that is due goes off without anybody's doing. */
  resume(): void {
    this.#alarm.watch();
  }

  clearAlarm(owner: Owner): void {
    this.#write(owner, { ...this.#stored, alarmAt: null });
  }

  /** In memory, from now on if it was not. */
  awake(): Incarnation<Lives> {
    if (this.#incarnation !== null) return this.#incarnation;
    const owner = new Owner(this.name);
    const lives = this.awaken({
      owner,
      read: () => this.#stored,
      write: (records) => this.#write(owner, records),
      setAlarm: async (at) => {
        this.#alarm.changed();
        this.#write(owner, { ...this.#stored, alarmAt: at });
      },
      deleteAlarm: async () => {
        this.#alarm.changed();
        this.clearAlarm(owner);
      },
    });
    this.#incarnation = { owner, lives, waiting: new Set() };
    return this.#incarnation;
  }

  #write(owner: Owner, records: Kept): void {
    if (!owner.isAlive) return;
    this.#stored = records;
    if (this.#commitAt !== null) return;
    const { scheduler, chance, faults } = this.network;
    this.#writtenAt = scheduler.now;
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
    this.#alarm.committed(before.alarmAt !== this.committed.alarmAt);
    this.onCommitted(before, this.committed, this.#writtenAt);
  }
}
