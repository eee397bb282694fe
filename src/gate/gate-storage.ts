import type { JobDocument, JobState } from '../jobs/job';
import type { LiveEvent, NumberedEvent } from '../jobs/live-event';
import type { OwedAnnouncement } from '../jobs/webhooks/announcements-between';
import type { Aftermath, GateStore } from './gate-store';

/**
 * The gate's own SQLite: the state in one row for the job and one per document, so that a report over one document of
 * 2,000 writes two rows; the numbered event log; what is owed to be told; and the revision last shown in D1. Tables are made when a job is
 * opened, not when an unknown id is asked for.
 */
export class GateStorage implements GateStore {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  load(): JobState | null {
    if (!this.#exists()) return null;
    this.#create();
    const job = this.#storage.sql.exec<{ body: string }>('SELECT body FROM job').toArray()[0];
    if (!job) return null;
    const documents = this.#storage.sql
      .exec<{ body: string }>('SELECT body FROM documents ORDER BY position')
      .toArray();
    return {
      ...upgraded(parse(job.body)),
      documents: documents.map((row) => parse<JobDocument>(row.body)),
    };
  }

  save(before: JobState | null, after: JobState, { events, announcements, at }: Aftermath): void {
    this.#storage.transactionSync(() => {
      if (before === null) this.#create();
      const { documents, ...job } = after;
      this.#storage.sql.exec('INSERT OR REPLACE INTO job (id, body) VALUES (1, ?)', JSON.stringify(job));
      for (const document of documents) {
        if (before?.documents[document.index] === document) continue;
        this.#storage.sql.exec(
          'INSERT OR REPLACE INTO documents (position, body) VALUES (?, ?)',
          document.index,
          JSON.stringify(document),
        );
      }
      for (const event of events)
        this.#storage.sql.exec('INSERT INTO events (at, body) VALUES (?, ?)', at, JSON.stringify(event));
      for (const announcement of announcements)
        this.#storage.sql.exec('INSERT INTO announcements (body) VALUES (?)', JSON.stringify(announcement));
    });
  }

  forgetEvents(): void {
    this.#storage.sql.exec('DELETE FROM events WHERE seq < (SELECT max(seq) FROM events)');
  }

  erase(): Promise<void> {
    return this.#storage.deleteAll();
  }

  eventsAfter(seq: number, limit: number): readonly NumberedEvent[] {
    const rows = this.#storage.sql.exec<{ seq: number; at: number; body: string }>(
      'SELECT seq, at, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?',
      seq,
      limit,
    );
    return rows.toArray().map((row) => ({ seq: row.seq, at: row.at, event: parse<LiveEvent>(row.body) }));
  }

  owedAnnouncements(limit: number): readonly { seq: number; announcement: OwedAnnouncement }[] {
    if (!this.#exists()) return [];
    const rows = this.#storage.sql.exec<{ seq: number; body: string }>(
      'SELECT seq, body FROM announcements ORDER BY seq LIMIT ?',
      limit,
    );
    return rows.toArray().map(({ seq, body }) => ({ seq, announcement: parse<OwedAnnouncement>(body) }));
  }

  forgetAnnouncements(upTo: number): void {
    this.#storage.sql.exec('DELETE FROM announcements WHERE seq <= ?', upTo);
  }

  projectedRevision(): number {
    if (!this.#exists()) return 0;
    return (
      this.#storage.sql.exec<{ revision: number }>('SELECT revision FROM projection WHERE id = 1').toArray()[0]
        ?.revision ?? 0
    );
  }

  noteProjected(revision: number): void {
    this.#storage.sql.exec('INSERT OR REPLACE INTO projection (id, revision) VALUES (1, ?)', revision);
  }

  indexedRevision(): number {
    if (!this.#exists()) return 0;
    return (
      this.#storage.sql.exec<{ revision: number }>('SELECT revision FROM projection WHERE id = 2').toArray()[0]
        ?.revision ?? 0
    );
  }

  noteIndexed(revision: number): void {
    this.#storage.sql.exec('INSERT OR REPLACE INTO projection (id, revision) VALUES (2, ?)', revision);
  }

  #create(): void {
    this.#storage.sql.exec(`
      CREATE TABLE IF NOT EXISTS job (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS documents (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, body TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS announcements (seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS projection (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL);
    `);
  }

  #exists(): boolean {
    return this.#storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'job'").toArray().length > 0;
  }
}

type StoredJob = Omit<JobState, 'documents'>;
type Added = 'agentId' | 'projectId' | 'model' | 'calledAs' | 'labels' | 'origin' | 'deletedAt' | 'expiresAt' | 'hooks';

/** A job as it is now written, from one that was stored before jobs had these. */
const upgraded = (stored: Omit<StoredJob, Added> & Partial<Pick<StoredJob, Added>>): StoredJob => ({
  agentId: null,
  projectId: null,
  model: null,
  calledAs: null,
  labels: {},
  origin: 'api',
  deletedAt: null,
  hooks: [],
  expiresAt: (stored.endedAt ?? stored.createdAt) + stored.retentionMs,
  ...stored,
});

/** Only what `save` wrote is read back, so its shape is known. */
function parse<Shape>(body: string): Shape {
  return JSON.parse(body) as Shape;
}
