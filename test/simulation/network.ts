import type { Chance } from './chance';
import { type Faults, NO_FAULTS } from './faults';
import type { Owner, Scheduler } from './scheduler';

/** How a call is to end: done and told, not done and failed, or done and failed nevertheless. */
export type Fate = 'told' | 'refused' | 'untold';

/** A call on its way: what a test may look at and come between. */
export interface Passing {
  readonly owner: Owner;
  readonly name: string;
}

/**
 * Whatever is called by whomever: each call arrives after a while, has its effect in one moment, and is answered after another
 * while. Between any two of these everything else may happen, and each may fail.
 */
export class Network {
  faults: Faults;
  readonly #all: Faults;
  isCalm = false;
  /** Called in front of the effect of every call and behind it. */
  onPassing: ((passing: Passing, when: 'before' | 'after') => void) | null = null;

  /** Takes a line about everything that happens, to follow one seed. */
  trace: ((line: string) => void) | null = null;

  constructor(
    readonly scheduler: Scheduler,
    readonly chance: Chance,
    faults: Faults,
  ) {
    this.faults = faults;
    this.#all = faults;
  }

  /** All goes wrong again as it did before. */
  storm(): void {
    this.faults = this.#all;
  }

  tell(what: string, owner: Owner | null, more = ''): void {
    this.trace?.(`${this.scheduler.now} ${owner?.name ?? '-'}: ${what} ${more}`);
  }

  /** From now on nothing fails. */
  calm(): void {
    this.isCalm = true;
    const { isDeployed, pruneFails } = this.#all;
    this.faults = { ...NO_FAULTS, isDeployed, pruneFails };
  }

  latencyMs(): number {
    const { chance, faults } = this;
    if (chance.happens(faults.slow))
      return chance.happens(0.2) ? chance.between(5_000, 50_000) : chance.between(100, 4_000);
    return chance.below(6);
  }

  storeFate(): Fate {
    if (this.chance.happens(this.faults.storeRefuses)) return 'refused';
    return this.chance.happens(this.faults.storeDoesAndFails) ? 'untold' : 'told';
  }

  postFate(): Fate {
    if (this.chance.happens(this.faults.receiverDown)) return 'refused';
    return this.chance.happens(this.faults.receiverLies) ? 'untold' : 'told';
  }

  /** A call to the bucket or the database. */
  store<Value>(owner: Owner, name: string, effect: () => Value): Promise<Value> {
    return this.call(owner, name, this.storeFate(), effect);
  }

  call<Value>(owner: Owner, name: string, fate: Fate, effect: () => Value): Promise<Value> {
    const { scheduler } = this;
    return new Promise((resolve, reject) => {
      if (!owner.isAlive) return;
      owner.open += 1;
      // What has left arrives, even if its sender is gone by then.
      const isSent = this.chance.happens(0.5);
      const settle = (run: () => void) => {
        owner.open -= 1;
        run();
      };
      const leavesAt = owner.heldUntil;
      scheduler.at(Math.max(scheduler.now + this.latencyMs(), leavesAt), null, () => {
        if (!owner.isAlive && (!isSent || owner.diedAt < leavesAt)) return;
        if (fate === 'refused') {
          this.tell(name, owner, fate);
          scheduler.after(this.latencyMs(), owner, () => settle(() => reject(new Error(`${name}: not done`))));
          return;
        }
        this.onPassing?.({ owner, name }, 'before');
        this.tell(name, owner, fate === 'told' ? '' : fate);
        let answer: () => void;
        try {
          const value = effect();
          answer = () => resolve(value);
        } catch (error) {
          answer = () => reject(error);
        }
        this.onPassing?.({ owner, name }, 'after');
        const told = fate === 'untold' ? () => reject(new Error(`${name}: connection lost`)) : answer;
        if (this.chance.happens(0.6)) scheduler.within(owner, () => owner.isAlive && settle(told));
        else scheduler.after(this.latencyMs(), owner, () => settle(told));
      });
    });
  }
}
