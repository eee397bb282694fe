import { DurableObject } from 'cloudflare:workers';
import { createPorts } from '../bindings';
import type { JobProblem } from '../jobs/errors';
import type { EventPage, GoOrStop, JobOpening, LeaseAnswer, PhaseReport, Turn } from '../jobs/gate-port';
import type { JobSummary } from '../jobs/job';
import type { ExtractionRecord } from '../jobs/records';
import type { Places } from '../jobs/turnstile';
import { GateKeeper } from './gate-keeper';
import { GateStorage } from './gate-storage';
import type { Outcome } from './outcome';

/** One job's Durable Object: what the keeper decides, reached over RPC and woken by the object's alarm. */
export class JobGate extends DurableObject<Env> {
  readonly #keeper: GateKeeper;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#keeper = new GateKeeper({
      ports: createPorts(env),
      store: new GateStorage(ctx.storage),
      alarms: ctx.storage,
      later: (work) => ctx.waitUntil(work),
    });
  }

  open(opening: JobOpening): Promise<Outcome<JobSummary>> {
    return this.#keeper.open(opening);
  }

  lease(attempt: number, index: number): Promise<LeaseAnswer> {
    return this.#keeper.lease(attempt, index);
  }

  renew(turn: Turn, phaseShare?: number): GoOrStop {
    return this.#keeper.renew(turn, phaseShare);
  }

  report(report: PhaseReport): GoOrStop {
    return this.#keeper.report(report);
  }

  fail(turn: Turn, problem: JobProblem): GoOrStop {
    return this.#keeper.fail(turn, problem);
  }

  release(turn: Turn, delayMs: number, problem: JobProblem | null): GoOrStop {
    return this.#keeper.release(turn, delayMs, problem);
  }

  admit(places: Places): boolean {
    return this.#keeper.admit(places);
  }

  cancel(): Promise<Outcome<JobSummary>> {
    return this.#keeper.cancel();
  }

  retry(): Promise<Outcome<JobSummary>> {
    return this.#keeper.retry();
  }

  remove(): Promise<Outcome<null>> {
    return this.#keeper.remove();
  }

  summary(): Outcome<JobSummary> {
    return this.#keeper.summary();
  }

  extractions(): Outcome<readonly ExtractionRecord[]> {
    return this.#keeper.extractions();
  }

  eventsAfter(seq: number, limit: number): Outcome<EventPage> {
    return this.#keeper.eventsAfter(seq, limit);
  }

  override alarm(): Promise<void> {
    return this.#keeper.alarm();
  }
}
