import { deleteDocument } from '../../src/jobs/delete-document';
import type { DocumentRecord } from '../../src/jobs/records';
import { storeDocument } from '../../src/jobs/store-document';
import { contentKey } from '../../src/stores/r2/keys';
import type { Chance } from './chance';
import { addDocument } from './populate';
import { isNotFound } from './refusal';
import type { Scheduler } from './scheduler';
import type { Server } from './server';
import type { Violations } from './violations';
import { CALLER } from './wish';

/** Clients that remove documents while jobs use them, and others that send the same bytes again at that time. */
export class Removers {
  /** Documents that were answered to somebody who sent bytes. */
  readonly #sent = new Set<string>();
  /** Documents that were there before. */
  readonly #before = new Set<string>();

  /** `removed`: documents that somebody asked to be removed. */
  constructor(
    private readonly scheduler: Scheduler,
    private readonly chance: Chance,
    private readonly server: Server,
    private readonly removed: Set<string>,
  ) {}

  begin(documents: readonly DocumentRecord[]): void {
    const { chance } = this;
    for (const { id } of documents) this.#before.add(id);
    for (const { id, filename } of documents.slice(0, chance.between(1, documents.length))) {
      if (chance.happens(0.3))
        this.#before.add(addDocument(this.server, filename, { id: `twin-of-${id}`, isShared: false }).id);
      const atMs = chance.pick([0, 50, 500, 2_000, 15_000]) * (1 + chance.next());
      void this.#remove(id, atMs);
      if (chance.happens(0.2)) void this.#remove(id, atMs + chance.below(30));
      if (chance.happens(0.6)) void this.#send(filename, Math.max(0, atMs + chance.between(-30, 60)));
      if (chance.happens(0.2)) void this.#send(filename, atMs * 2);
    }
  }

  /** Whether somebody knows of it. */
  isKnown(id: string): boolean {
    return this.#before.has(id) || this.#sent.has(id);
  }

  /** What somebody was told is stored is there with its bytes, unless it was removed. */
  judge(violations: Violations): void {
    const { bucket, database } = this.server;
    for (const id of this.#sent) {
      if (this.removed.has(id)) continue;
      const row = database.documents.get(id);
      violations.expect(row !== undefined, 'I11', () => `document ${id} was taken and is unknown`);
      const isThere = row !== undefined && bucket.objects.has(contentKey(row.accountId, row.sha256));
      violations.expect(isThere, 'I6', () => `document ${id} was taken and its bytes are missing`);
    }
    for (const id of this.removed)
      violations.expect(!database.documents.has(id), 'I13', () => `document ${id} is there after its removal`);
    violations.expect(database.removals.size === 0, 'I6', () => 'a removal has never come to its end');
  }

  async #remove(id: string, atMs: number): Promise<void> {
    await this.#sleep(atMs);
    this.removed.add(id);
    for (;;) {
      const reply = await this.server.request((ports) => deleteDocument(ports, CALLER, id));
      if (reply.kind === 'ok' || isNotFound(reply)) return;
      await this.#sleep(this.chance.between(50, 2_000));
    }
  }

  async #send(filename: string, atMs: number): Promise<void> {
    await this.#sleep(atMs);
    const bytes = new TextEncoder().encode(filename);
    for (let tries = 0; tries < 5; tries += 1) {
      const reply = await this.server.request((ports) => storeDocument(ports, CALLER, { filename, bytes }));
      if (reply.kind === 'ok') {
        this.#sent.add(reply.value.id);
        return;
      }
      await this.#sleep(this.chance.between(50, 2_000));
    }
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.scheduler.after(ms, null, resolve));
  }
}
