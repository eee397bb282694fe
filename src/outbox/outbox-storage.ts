import type { EpochMs } from '../jobs/job';
import { GOOD_RECEPTION, type Reception } from '../jobs/webhooks/reception';
import type { Kept, OutboxStore } from './outbox-store';

type Row = { parcel: string; slip: string };

/** As the index of what is due has it: what was delivered is kept for days, and is not to be looked through. */
const UNDER_WAY = "flight IN ('sent', 'leased') AND due_at IS NOT NULL";

/** An outbox's own SQLite: one row for each parcel, and one for the destination. */
export class OutboxStorage implements OutboxStore {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#create();
  }

  get(id: string): Kept | null {
    return this.#kept('WHERE id = ?', id)[0] ?? null;
  }

  put(kept: Kept): void {
    this.putAll([kept]);
  }

  putAll(all: readonly Kept[]): void {
    this.#storage.transactionSync(() => {
      for (const { parcel, slip } of all)
        this.#storage.sql.exec(
          `INSERT INTO parcels (id, parcel, slip, status, flight, due_at, ended_at, revision, logged)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
           ON CONFLICT (id) DO UPDATE SET slip = excluded.slip, status = excluded.status, flight = excluded.flight,
             due_at = excluded.due_at, ended_at = excluded.ended_at, revision = excluded.revision`,
          parcel.id,
          JSON.stringify(parcel),
          JSON.stringify(slip),
          slip.status,
          slip.flight,
          slip.dueAt,
          slip.endedAt,
          slip.revision,
        );
    });
  }

  due(now: EpochMs, limit: number): readonly Kept[] {
    return this.#kept("WHERE flight = 'none' AND due_at <= ? ORDER BY due_at LIMIT ?", now, limit);
  }

  dueAfter(now: EpochMs): readonly Kept[] {
    return this.#kept("WHERE flight IN ('none', 'sent', 'leased') AND due_at > ?", now);
  }

  underWay(): readonly Kept[] {
    return this.#kept(`WHERE ${UNDER_WAY}`);
  }

  countUnderWay(): number {
    return this.#number(`SELECT count(*) AS value FROM parcels WHERE ${UNDER_WAY}`) ?? 0;
  }

  pending(limit: number): readonly Kept[] {
    return this.#kept("WHERE status = 'pending' LIMIT ?", limit);
  }

  dead(limit: number): readonly Kept[] {
    return this.#kept("WHERE status = 'dead' LIMIT ?", limit);
  }

  nextDueAt(): EpochMs | null {
    return this.#number("SELECT min(due_at) AS value FROM parcels WHERE flight = 'none' AND due_at IS NOT NULL");
  }

  unlogged(limit: number): readonly Kept[] {
    return this.#kept('WHERE logged < revision LIMIT ?', limit);
  }

  noteLogged(all: readonly Kept[]): void {
    this.#storage.transactionSync(() => {
      for (const { parcel, slip } of all)
        this.#storage.sql.exec('UPDATE parcels SET logged = ? WHERE id = ?', slip.revision, parcel.id);
    });
  }

  reception(): Reception {
    const noted = this.#note('reception');
    return noted === null ? GOOD_RECEPTION : parse<Reception>(noted);
  }

  setReception(reception: Reception): void {
    this.#setNote('reception', JSON.stringify(reception));
  }

  boot(): string | null {
    return this.#note('boot');
  }

  setBoot(boot: string): void {
    this.#setNote('boot', boot);
  }

  forget(endedBefore: EpochMs): void {
    this.#storage.sql.exec('DELETE FROM parcels WHERE ended_at < ?', endedBefore);
  }

  firstEndedAt(): EpochMs | null {
    return this.#number('SELECT min(ended_at) AS value FROM parcels WHERE ended_at IS NOT NULL');
  }

  isEmpty(): boolean {
    return this.#storage.sql.exec('SELECT 1 FROM parcels LIMIT 1').toArray().length === 0;
  }

  clear(): void {
    this.#storage.sql.exec('DELETE FROM parcels');
    this.#storage.sql.exec('DELETE FROM notes');
  }

  #kept(rest: string, ...values: (string | number)[]): readonly Kept[] {
    const rows = this.#storage.sql.exec<Row>(`SELECT parcel, slip FROM parcels ${rest}`, ...values).toArray();
    return rows.map(({ parcel, slip }) => ({ parcel: parse(parcel), slip: parse(slip) }));
  }

  #number(query: string): number | null {
    return this.#storage.sql.exec<{ value: number | null }>(query).toArray()[0]?.value ?? null;
  }

  #note(name: string): string | null {
    return (
      this.#storage.sql.exec<{ body: string }>('SELECT body FROM notes WHERE name = ?', name).toArray()[0]?.body ?? null
    );
  }

  #setNote(name: string, body: string): void {
    this.#storage.sql.exec('INSERT OR REPLACE INTO notes (name, body) VALUES (?, ?)', name, body);
  }

  #create(): void {
    this.#storage.sql.exec(`
      CREATE TABLE IF NOT EXISTS parcels (
        id TEXT PRIMARY KEY, parcel TEXT NOT NULL, slip TEXT NOT NULL, status TEXT NOT NULL, flight TEXT NOT NULL,
        due_at INTEGER, ended_at INTEGER, revision INTEGER NOT NULL, logged INTEGER NOT NULL
      );
      CREATE INDEX IF NOT EXISTS parcels_due ON parcels (flight, due_at) WHERE due_at IS NOT NULL;
      CREATE INDEX IF NOT EXISTS parcels_ended ON parcels (ended_at) WHERE ended_at IS NOT NULL;
      CREATE INDEX IF NOT EXISTS parcels_unlogged ON parcels (id) WHERE logged < revision;
      CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, body TEXT NOT NULL);
    `);
  }
}

/** Only what was written above is read back, so its shape is known. */
function parse<Shape>(body: string): Shape {
  return JSON.parse(body) as Shape;
}
