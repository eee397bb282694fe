import type { Chance } from './chance';
import { runMicrotasks } from './realm';

/** Someone who waits for answers: a request, a batch of messages, an object in memory. Once dead, nothing reaches it. */
export class Owner {
  /** When it died; infinite: it lives. */
  diedAt = Number.POSITIVE_INFINITY;
  /** What it sends leaves at the earliest at this time: an object's writes reach the disk first. */
  heldUntil = 0;
  /** It stands still until then, and does not know: what it has sent arrives, what it is told waits. */
  stalledUntil = 0;
  /** Calls under way. */
  open = 0;

  constructor(
    readonly name: string,
    /** How far its clock is off, in milliseconds. */
    readonly skewMs = 0,
  ) {}

  get isAlive(): boolean {
    return this.diedAt === Number.POSITIVE_INFINITY;
  }

  die(now: number): void {
    this.diedAt = Math.min(this.diedAt, now);
  }
}

interface Task {
  readonly at: number;
  /** Among tasks of one time the lower comes first. */
  readonly rank: number;
  readonly owner: Owner | null;
  readonly run: () => void;
}

const isBefore = (a: Task, b: Task): boolean => a.at < b.at || (a.at === b.at && a.rank < b.rank);

/**
 * Time and order of everything. Between two tasks all that has been settled runs to its next await; which of the tasks of one
 * moment comes first is left to chance. No real time passes.
 */
export class Scheduler {
  now: number;
  /** Who is running; null: nobody of the world. */
  current: Owner | null = null;
  /** Tasks run so far. */
  steps = 0;
  readonly #chance: Chance;
  /** A binary heap. */
  readonly #tasks: Task[] = [];

  constructor(chance: Chance, now: number) {
    this.#chance = chance;
    this.now = now;
  }

  /** Does it at a time, unless its owner is dead by then. `owner` null: whatever happens. */
  at(at: number, owner: Owner | null, run: () => void): void {
    this.#push({ at: Math.max(at, this.now), rank: this.#chance.next(), owner, run });
  }

  after(delayMs: number, owner: Owner | null, run: () => void): void {
    this.at(this.now + delayMs, owner, run);
  }

  /** Before everything else of that moment. */
  firstAt(at: number, run: () => void): void {
    // After a jump of the clock others are overdue: what is to be first comes before those as well.
    this.#push({ at: at <= this.now ? Number.NEGATIVE_INFINITY : at, rank: -1, owner: null, run });
  }

  /** Runs all tasks up to a time; stops early when told so. Time stands there afterwards. */
  runTo(time: number, isOver: () => boolean): void {
    for (let task = this.#tasks[0]; task !== undefined && task.at <= time && !isOver(); task = this.#tasks[0]) {
      this.#pop();
      if (task.owner !== null && !task.owner.isAlive) continue;
      if (task.owner !== null && task.owner.stalledUntil > task.at) {
        this.at(task.owner.stalledUntil, task.owner, task.run);
        continue;
      }
      this.now = Math.max(this.now, task.at);
      this.steps += 1;
      this.within(task.owner, task.run);
    }
    if (!isOver()) this.now = Math.max(this.now, time);
  }

  /** Does it on somebody's account, and all that follows at once. */
  within(owner: Owner | null, run: () => void): void {
    const before = this.current;
    this.current = owner;
    run();
    runMicrotasks();
    this.current = before;
  }

  #push(task: Task): void {
    const tasks = this.#tasks;
    let place = tasks.push(task) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = tasks[parent];
      if (above === undefined || !isBefore(task, above)) break;
      tasks[place] = above;
      place = parent;
    }
    tasks[place] = task;
  }

  #pop(): void {
    const tasks = this.#tasks;
    const last = tasks.pop();
    if (last === undefined || tasks.length === 0) return;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const [one, other] = [tasks[left], tasks[left + 1]];
      if (one === undefined) break;
      const isRight = other !== undefined && isBefore(other, one);
      const child = isRight ? other : one;
      if (!isBefore(child, last)) break;
      tasks[place] = child;
      place = isRight ? left + 1 : left;
    }
    tasks[place] = last;
  }
}
