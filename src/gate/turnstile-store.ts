import type { Holding, PlaceRequest, Turnstile, Waiting } from '../jobs/turnstile';

/** The line for everything but who waits. */
const STANDING = 'turnstile';
/** Before the id of a job that waits. */
const WAITING = 'waiting/';

/** A turnstile as it is kept. */
export interface Kept extends Turnstile {
  /** Of which start of the server it is. */
  readonly boot: string;
  readonly accountId: string;
  /** How jobs stood that were told of places and have not answered. */
  readonly told: readonly PlaceRequest[];
}

/** What of an object's storage keeps a turnstile. */
export interface TurnstileEntries {
  get(key: string): unknown;
  put(key: string, value: unknown): void;
  delete(key: string): unknown;
  list(options: { readonly prefix: string }): Iterable<[string, unknown]>;
}

/** Keeps the turnstile of one account: a line for each job that waits, so that a turn does not write the lines of all. */
export class TurnstileStore {
  readonly #entries: TurnstileEntries;
  #lines: ReadonlyMap<string, Waiting>;

  constructor(entries: TurnstileEntries) {
    this.#entries = entries;
    this.#lines = new Map(
      [...entries.list({ prefix: WAITING })].map(([, kept]) => {
        const line = { ...UNANSWERED, ...(kept as StoredLine) };
        return [line.jobId, line];
      }),
    );
  }

  /** null: nothing was ever kept. */
  load(): Kept | null {
    const standing = this.#entries.get(STANDING) as Stored | undefined;
    if (standing === undefined) return null;
    return {
      told: [],
      ...standing,
      holdings: standing.holdings.map((one) => ({ ...UNANSWERED, ...one })),
      waiting: [...this.#lines.values()].sort((a, b) => a.turn - b.turn),
    };
  }

  /** Writes what differs. In one turn of the object, so it reaches the disk together. */
  save({ waiting, ...standing }: Kept): void {
    this.#entries.put(STANDING, standing satisfies Standing);
    const lines = new Map(waiting.map((one) => [one.jobId, one]));
    for (const [jobId, one] of lines) if (this.#lines.get(jobId) !== one) this.#entries.put(WAITING + jobId, one);
    for (const jobId of this.#lines.keys()) if (!lines.has(jobId)) this.#entries.delete(WAITING + jobId);
    this.#lines = lines;
  }
}

type Standing = Omit<Kept, 'waiting'>;

/** Only what this store wrote is read back, so its shape is known; at first it noted neither who was told nor what was answered. */
type Stored = Omit<Standing, 'told' | 'holdings'> &
  Partial<Pick<Standing, 'told'>> & { readonly holdings: readonly EarlierOrNow<Holding>[] };
type StoredLine = EarlierOrNow<Waiting>;
type EarlierOrNow<Line extends Holding | Waiting> = Omit<Line, 'answered'> & Partial<Pick<Line, 'answered'>>;
const UNANSWERED = { answered: 0 };
