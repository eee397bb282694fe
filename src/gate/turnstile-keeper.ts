import type { Alarms } from '../jobs/alarms';
import type { Gate } from '../jobs/gate-port';
import type { JobRef } from '../jobs/job';
import type { Limits } from '../jobs/limits';
import type { Ports, Settings } from '../jobs/ports';
import { CHECK_EVERY_MS } from '../jobs/schedule';
import {
  type Admission,
  type Answer,
  askForPlaces,
  type Called,
  handOut,
  NOBODY,
  type PlaceRequest,
  type Turnstile,
  takeDown,
} from '../jobs/turnstile';
import { WakeUp } from '../jobs/wake-up';
import { logError } from '../log';
import type { Kept, TurnstileStore } from './turnstile-store';

/** What a turnstile needs of the world outside its object. */
export interface TurnstilePorts extends Pick<Ports, 'clock'> {
  readonly gates: { at(ref: JobRef): Pick<Gate, 'admit'> };
  readonly settings: Pick<Settings, 'boot'> & { readonly limits: Pick<Limits, 'documentsAtOnce'> };
}

/** What the keeper needs of the object it lives in. */
export interface TurnstileDwelling {
  readonly ports: TurnstilePorts;
  readonly store: TurnstileStore;
  readonly alarms: Alarms;
  /** Keeps the object awake until this has ended. */
  readonly later: (work: Promise<unknown>) => void;
}

/**
 * The places of one account. Those of an earlier start of the server are nobody's: all that was in flight is gone. While
 * jobs wait, its one alarm looks whether places came free of which nobody spoke: so those jobs need not look themselves.
 */
export class TurnstileKeeper {
  readonly #ports: TurnstilePorts;
  readonly #store: TurnstileStore;
  readonly #wakeUp: WakeUp;
  readonly #later: TurnstileDwelling['later'];
  /** Calls to jobs that were told of places and have neither answered nor spoken since. */
  readonly #told: Map<string, Called>;
  #turnstile: Turnstile;
  #accountId: string | null;

  constructor({ ports, store, alarms, later }: TurnstileDwelling) {
    this.#ports = ports;
    this.#store = store;
    this.#later = later;
    this.#wakeUp = new WakeUp(alarms, ports.clock);
    this.#told = new Map();
    const kept = store.load();
    this.#accountId = kept?.accountId ?? null;
    this.#turnstile = kept === null ? NOBODY : this.#takenUp(kept);
  }

  ask(accountId: string, request: PlaceRequest): Answer {
    this.#accountId = accountId;
    const { limits } = this.#ports.settings;
    const admission = askForPlaces(this.#turnstile, request, limits.documentsAtOnce, this.#ports.clock());
    if (!admission.answer.isLate) {
      this.#told.delete(request.jobId);
      this.#call(accountId, admission);
    }
    return admission.answer;
  }

  /** Armed again first: should the work below be cut off, it is done at the next look. */
  alarm(): void {
    if (this.#accountId === null) return;
    this.#wakeUp.goneOff();
    const { limits } = this.#ports.settings;
    this.#call(this.#accountId, handOut(this.#turnstile, limits.documentsAtOnce, this.#ports.clock()));
    if (!this.#isAwaited()) this.#wakeUp.putOffTo(null);
  }

  /** Who was told of places by an object that is gone may not have heard it: such a job waits again. */
  #takenUp(kept: Kept): Turnstile {
    const isOfNow = kept.boot === this.#ports.settings.boot;
    const { holdings, waiting, seq } = kept;
    const found: Turnstile = { holdings: isOfNow ? holdings : [], waiting, seq };
    const now = this.#ports.clock();
    return kept.told.reduce(
      (turnstile, one) => takeDown(turnstile, isOfNow ? one : { ...one, inFlight: 0 }, now),
      found,
    );
  }

  #isAwaited(): boolean {
    return this.#turnstile.waiting.length > 0 || this.#told.size > 0;
  }

  #call(accountId: string, { turnstile, called }: Pick<Admission, 'turnstile' | 'called'>): void {
    for (const one of called) this.#told.set(one.jobId, one);
    this.#save(turnstile);
    for (const one of called) this.#later(this.#tell(accountId, one));
  }

  #save(turnstile: Turnstile): void {
    const told = [...this.#told.values()].map(({ before }) => before);
    const { boot } = this.#ports.settings;
    this.#store.save({ ...turnstile, boot, accountId: this.#accountId ?? '', told });
    this.#turnstile = turnstile;
    if (this.#isAwaited()) this.#wakeUp.arm(this.#ports.clock() + CHECK_EVERY_MS);
  }

  /** A job that cannot be told waits again, behind the others, until somebody asks or the alarm looks. */
  async #tell(accountId: string, call: Called): Promise<void> {
    const { jobId, places, before } = call;
    const standing = await this.#ports.gates
      .at({ accountId, jobId })
      .admit(places)
      .then(
        (isKnown) => (isKnown ? null : { ...before, inFlight: 0, wanted: 0 }),
        (error: unknown) => {
          logError('turnstile could not call a job', error, { job: jobId });
          return before;
        },
      );
    // It has spoken since: what it said is newer.
    if (this.#told.get(jobId) !== call) return;
    if (standing?.wanted === 0) {
      this.ask(accountId, standing);
      return;
    }
    this.#told.delete(jobId);
    this.#save(standing === null ? this.#turnstile : takeDown(this.#turnstile, standing, this.#ports.clock()));
  }
}
