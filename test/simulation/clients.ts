import { cancelJob } from '../../src/jobs/cancel-job';
import { createJob } from '../../src/jobs/create-job';
import { deleteJob } from '../../src/jobs/delete-job';
import { getJob } from '../../src/jobs/get-job';
import { getResult } from '../../src/jobs/get-result';
import { isTerminal, type JobSummary } from '../../src/jobs/job';
import type { Ports } from '../../src/jobs/ports';
import { retryJob } from '../../src/jobs/retry-job';
import type { Chance } from './chance';
import type { History } from './history';
import { isCertain, isNotFound } from './refusal';
import type { Scheduler } from './scheduler';
import type { Server } from './server';
import type { Violations } from './violations';
import { CALLER, type Wish } from './wish';

/** Its time may be over before the answer is made. */
const ENDED_BY_CANCEL: ReadonlySet<string> = new Set(['cancelled', 'expired']);

const NONE: ReadonlySet<string> = new Set();

/** What clients of the service do, each of them knowing only what it was answered. */
export class Clients {
  /** No client begins anything after this. */
  until = 0;
  readonly wishes = new Map<string, Wish>();
  /** Documents that somebody asked to be removed. */
  readonly removed = new Set<string>();
  /** The jobs that a wish was answered with. */
  readonly #answered = new Map<string, Set<string>>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    private readonly server: Server,
    private readonly history: History,
    private readonly violations: Violations,
  ) {}

  /** Posts until it is answered for certain, as SDKs do; then does with the job what its chance says. */
  async want(wish: Wish): Promise<void> {
    this.wishes.set(wish.name, wish);
    for (let tries = 0; tries < 6 && this.scheduler.now < this.until; tries += 1) {
      const asked = this.history.askAny();
      const reply = await this.server.request((ports) => createJob(ports, CALLER, wish.command));
      if (reply.kind === 'ok') {
        const { job } = reply.value;
        this.history.shown(asked(job.id), job);
        return this.#accepted(wish, job);
      }
      if (reply.kind === 'failed' && isCertain(reply.error)) {
        const made = this.#answered.get(wish.name) ?? NONE;
        if (!this.#isAnyDeleted(made) && !wish.command.documents?.some(({ id }) => this.removed.has(id)))
          this.violations.report('I10', `${wish.name}: refused with ${reply.error.code}: ${reply.error.message}`);
        return;
      }
      await this.#sleep(this.chance.between(50, 2_000));
    }
  }

  /** The same key with another body: an answer would be a wrong one. */
  async misuse(wish: Wish, other: Wish): Promise<void> {
    const made = this.#answered.get(wish.name);
    if (made === undefined) return;
    const reply = await this.server.request((ports) =>
      createJob(ports, CALLER, { ...other.command, idempotencyKey: wish.key }),
    );
    if (reply.kind === 'ok' && !this.#isAnyDeleted(made))
      this.violations.report('I10', `${wish.key} answered another request with ${reply.value.job.id}`);
  }

  #isAnyDeleted(jobIds: ReadonlySet<string>): boolean {
    return [...jobIds].some((jobId) => this.history.known(jobId).isDeleteAsked);
  }

  #accepted(wish: Wish, job: JobSummary): void {
    const { chance } = this;
    const jobs = this.#answered.get(wish.name) ?? new Set();
    this.#answered.set(wish.name, jobs.add(job.id));
    void this.#watch(job.id);
    if (chance.happens(0.3)) void this.#watch(job.id);
    if (chance.happens(0.4)) void this.#follow(job.id);
    if (chance.happens(0.4)) void this.#later((jobId) => this.#cancel(jobId), job.id);
    if (chance.happens(0.15)) void this.#later((jobId) => this.#cancel(jobId), job.id);
    if (chance.happens(0.4)) void this.#later((jobId) => this.#retry(jobId), job.id);
    if (chance.happens(0.15)) void this.#later((jobId) => this.#delete(jobId), job.id);
    if (chance.happens(0.3)) void this.#later(() => this.want(wish), job.id);
  }

  /** Asks again and again until it has ended, and looks at the grid. */
  async #watch(jobId: string): Promise<void> {
    let after = 0;
    while (this.scheduler.now < this.until && after < 4) {
      const job = await this.look(jobId);
      if (job !== null && isTerminal(job.status)) {
        await this.lookAtGrid(jobId);
        after += 1;
      }
      if (job === null && this.history.known(jobId).isDeleted) return;
      await this.#sleep(this.chance.pick([5, 100, 700, 3_000]));
    }
  }

  /** How the job stands; null: not told. */
  async look(jobId: string): Promise<JobSummary | null> {
    const asked = this.history.ask(jobId);
    const reply = await this.server.request((ports) => getJob(ports, CALLER, jobId));
    if (reply.kind === 'ok') {
      this.history.shown(asked, reply.value);
      return reply.value;
    }
    if (isNotFound(reply)) this.history.shown(asked, null);
    return null;
  }

  async lookAtGrid(jobId: string): Promise<void> {
    const asked = this.history.ask(jobId);
    const reply = await this.server.request((ports) => getResult(ports, CALLER, jobId));
    if (reply.kind === 'ok') {
      this.history.shown(asked, reply.value.job);
      this.history.grid(asked, reply.value);
    } else if (isNotFound(reply) && !this.#isOver(jobId)) this.history.shown(asked, null);
  }

  /** Whether its results are gone by now. */
  #isOver(jobId: string): boolean {
    const expiresAt = this.history.known(jobId).summary?.expiresAt;
    return expiresAt !== undefined && expiresAt <= this.scheduler.now;
  }

  /** Reads the events, sometimes from where it was, sometimes from the start. */
  async #follow(jobId: string): Promise<void> {
    let seq = 0;
    while (this.scheduler.now < this.until) {
      const from = seq;
      const limit = this.chance.pick([2, 200]);
      const reply = await this.server.request((ports) => eventsOf(ports, jobId, from, limit));
      if (reply.kind === 'ok') {
        if (reply.value === null) return;
        this.history.followed(jobId, from, reply.value);
        seq = this.chance.happens(0.05) ? 0 : (reply.value.events.at(-1)?.seq ?? from);
        if (reply.value.isLast) return;
      }
      await this.#sleep(this.chance.pick([20, 500]));
    }
  }

  async #cancel(jobId: string): Promise<void> {
    const asked = this.history.ask(jobId);
    const reply = await this.server.request((ports) => cancelJob(ports, CALLER, jobId));
    if (reply.kind === 'ok') this.history.shown(asked, reply.value);
    if (reply.kind !== 'ok' || this.history.known(jobId).isRetryAsked) return;
    this.violations.expect(
      ENDED_BY_CANCEL.has(reply.value.status),
      'I3',
      () => `a cancel was answered ${reply.value.status}`,
    );
  }

  async #retry(jobId: string): Promise<void> {
    const asked = this.history.ask(jobId);
    this.history.asksRetry(jobId);
    const reply = await this.server.request((ports) => retryJob(ports, CALLER, jobId));
    if (reply.kind === 'ok') this.history.shown(asked, reply.value);
  }

  async #delete(jobId: string): Promise<void> {
    this.history.asksDelete(jobId);
    for (let tries = 0; tries < 3; tries += 1) {
      const reply = await this.server.request((ports) => deleteJob(ports, CALLER, jobId));
      if (reply.kind === 'ok' || isNotFound(reply)) {
        this.history.deleted(jobId);
        return this.#lookInLists(jobId);
      }
      await this.#sleep(300);
    }
  }

  async #lookInLists(jobId: string): Promise<void> {
    const reply = await this.server.request((ports) => ports.jobs.get(CALLER.accountId, jobId));
    const isListed = reply.kind === 'ok' && reply.value !== null;
    this.violations.expect(!isListed, 'I13', () => `lists show ${jobId} after its deletion`);
  }

  async #later(act: (jobId: string) => Promise<void>, jobId: string): Promise<void> {
    await this.#sleep(this.chance.pick([0, 10, 40, 200, 3_000, 20_000]) * (1 + this.chance.next()));
    if (this.scheduler.now < this.until) await act(jobId);
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.scheduler.after(ms, null, resolve));
  }
}

const eventsOf = (ports: Ports, jobId: string, from: number, limit: number) =>
  ports.gates.at({ accountId: CALLER.accountId, jobId }).eventsAfter(from, limit);
