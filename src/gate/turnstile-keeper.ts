import type { Ports } from '../jobs/ports';
import { askForPlaces, type Called, NOBODY, type PlaceRequest, type Places, type Turnstile } from '../jobs/turnstile';
import { logError } from '../log';

/** What a turnstile needs of the world outside its object. */
export type TurnstilePorts = Pick<Ports, 'clock' | 'gates' | 'settings'>;

/** Who has places. Not who waits: a gate whose turn does not come says so again. */
interface Kept extends Pick<Turnstile, 'holdings' | 'seq'> {
  readonly boot: string;
}

/** What a turnstile keeps. */
export interface TurnstileStore {
  get(key: 'turnstile'): Kept | undefined;
  put(key: 'turnstile', kept: Kept): void;
}

/**
 * The places of one account. Those of an earlier start of the server are nobody's: all that was in flight is gone, and
 * gates say anew how they stand.
 */
export class TurnstileKeeper {
  readonly #ports: TurnstilePorts;
  readonly #store: TurnstileStore;
  readonly #later: (work: Promise<unknown>) => void;
  #turnstile: Turnstile;

  constructor(ports: TurnstilePorts, store: TurnstileStore, later: (work: Promise<unknown>) => void) {
    this.#ports = ports;
    this.#store = store;
    this.#later = later;
    const kept = store.get('turnstile');
    const holdings = kept?.boot === ports.settings.boot ? kept.holdings : [];
    this.#turnstile = { ...NOBODY, seq: kept?.seq ?? 0, holdings };
  }

  ask(accountId: string, request: PlaceRequest): Places {
    const { clock, settings } = this.#ports;
    const { documentsAtOnce } = settings.limits;
    const { turnstile, places, called } = askForPlaces(this.#turnstile, request, documentsAtOnce, clock());
    this.#store.put('turnstile', { boot: settings.boot, holdings: turnstile.holdings, seq: turnstile.seq });
    this.#turnstile = turnstile;
    for (const one of called) this.#later(this.#call(accountId, one));
    return places;
  }

  /** A job that cannot be told is as it was before; its gate says again that it waits. */
  async #call(accountId: string, { jobId, places, had }: Called): Promise<void> {
    try {
      if (await this.#ports.gates.at({ accountId, jobId }).admit(places)) return;
    } catch (error) {
      logError('turnstile could not call a job', error, { job: jobId });
    }
    this.ask(accountId, { jobId, priority: 'normal', inFlight: had, wanted: 0 });
  }
}
