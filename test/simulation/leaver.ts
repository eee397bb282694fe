import { authenticate } from '../../src/jobs/authenticate';
import { createJob } from '../../src/jobs/create-job';
import { JobError } from '../../src/jobs/errors';
import { deleteAccount } from '../../src/jobs/retention/delete-account';
import { type Hook, hookOf } from '../../src/jobs/webhooks/hook';
import type { Chance } from './chance';
import { addDocument } from './populate';
import { hexOf } from './quick-digest';
import { filenameOf } from './reading';
import { WEBHOOK } from './receiver';
import { isCertain } from './refusal';
import type { Scheduler } from './scheduler';
import type { Reply, Server } from './server';
import type { Violations } from './violations';
import { type Wish, wishFor } from './wish';

/** The account that goes. */
export const LEAVER = 'globex';

const KEY = 'key of globex';

/** As often as the cron goes off; what the first one leaves is what a crash made of it. */
const SWEEP_EVERY_MS = 15 * 60_000;
const SWEEPS = 5;

const OWN_HOOK: Hook = { ...hookOf(WEBHOOK), webhookId: null, url: 'https://globex.example/' };

/** A second account: has jobs made, and is deleted while they run. */
export class Leaver {
  /** When somebody was told that the account is on its way out; null: nobody was. */
  toldAt: number | null = null;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    private readonly server: Server,
    private readonly violations: Violations,
  ) {}

  /** Nothing new is wanted after `until`. */
  begin(until: number): void {
    const { chance, scheduler } = this;
    const { database } = this.server;
    database.keys.set(hexOf(KEY), LEAVER);
    if (chance.happens(0.7)) database.webhooks.set('theirs', { ...WEBHOOK, id: 'theirs', accountId: LEAVER });
    const filenames = [0, 1].map((number) => filenameOf(chance.happens(0.3) ? 2 : 1, chance.happens(0.9), number));
    const ids = filenames.map(
      (filename) => addDocument(this.server, filename, { id: `theirs-${filename}`, accountId: LEAVER }).id,
    );
    for (let number = chance.between(0, 1); number < 2; number += 1) {
      const wish = wishFor(`leaver-${number}`, `key-${number}`, { operation: 'extract' }, ids);
      const hooks = chance.happens(0.5) ? [OWN_HOOK] : [];
      const told = { ...wish, command: { ...wish.command, hooks } };
      scheduler.after(chance.below(1_500), null, () => void this.#want(told, until));
    }
    scheduler.after(chance.pick([300, 1_000, 3_000, 20_000]) * (1 + chance.next()), null, () => void this.#leave());
  }

  async #want(wish: Wish, until: number): Promise<void> {
    for (let tries = 0; tries < 4 && this.scheduler.now < until; tries += 1) {
      const isGone = this.toldAt !== null;
      const reply = await this.server.request(async (ports) =>
        createJob(ports, await authenticate(ports, KEY), wish.command),
      );
      this.violations.expect(
        !isGone || reply.kind !== 'ok',
        'I13',
        () => `${LEAVER} was deleted and took ${wish.name}`,
      );
      if (reply.kind === 'ok' || isUnauthorized(reply) || (reply.kind === 'failed' && isCertain(reply.error))) return;
      await this.#sleep(this.chance.between(50, 2_000));
    }
  }

  async #leave(): Promise<void> {
    for (;;) {
      const reply = await this.server.request(async (ports) =>
        deleteAccount(ports, await authenticate(ports, KEY), LEAVER),
      );
      if (reply.kind === 'ok' || isUnauthorized(reply)) break;
      await this.#sleep(this.chance.between(50, 2_000));
    }
    this.toldAt = this.scheduler.now;
    for (let sweep = 1; sweep <= SWEEPS; sweep += 1)
      this.scheduler.after(sweep * SWEEP_EVERY_MS, null, () => this.server.sweep());
    const late = wishFor('leaver-late', null, { operation: 'extract' }, []);
    await this.#want(late, Number.POSITIVE_INFINITY);
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.scheduler.after(ms, null, resolve));
  }
}

const isUnauthorized = (reply: Reply<unknown>): boolean =>
  reply.kind === 'failed' && reply.error instanceof JobError && reply.error.code === 'unauthorized';
