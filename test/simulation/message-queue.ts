import type { Delivery } from '../../src/pipeline/consumer';
import type { Network } from './network';
import { Owner } from './scheduler';

/** How a queue hands out its messages; the numbers are those of wrangler.toml. */
export interface QueueSettings {
  readonly batchSize: number;
  /** Batches at work at the same time. */
  readonly width: number;
  readonly retries: number;
  readonly retryDelayMs: number;
  /** Who works through a batch. */
  readonly consume: (owner: Owner, deliveries: readonly Delivery[]) => Promise<void>;
  /** Takes what no delivery could do. */
  readonly onDead: (body: unknown) => void;
}

interface Message {
  readonly body: unknown;
  readonly deliveries: number;
  readonly visibleAt: number;
}

/** An invocation is ended after so long, where it was deployed. */
const LONGEST_MS = 15 * 60_000;

/** At least once, in no order: messages get lost (as hints may), come twice, come late, and come again when their consumer dies. */
export class MessageQueue {
  #messages: Message[] = [];
  #busy = 0;
  readonly #owners = new Set<Owner>();
  /** Counts restarts: what happens to batches of before does not concern this queue any more. */
  #generation = 0;

  constructor(
    private readonly network: Network,
    private readonly name: string,
    private readonly settings: QueueSettings,
    private readonly isUp: () => boolean,
  ) {}

  send(bodies: readonly unknown[]): void {
    const { chance, faults } = this.network;
    for (const body of bodies) {
      if (chance.happens(faults.lost)) continue;
      const copies = chance.happens(faults.doubled) ? chance.between(2, 4) : 1;
      for (let copy = 0; copy < copies; copy += 1)
        this.#put({ body, deliveries: 0 }, chance.happens(faults.late) ? chance.between(100, 45_000) : 0);
    }
  }

  /** As after a SIGKILL of the local server: no message is left, and nobody who was at work. */
  lose(): void {
    for (const owner of this.#owners) owner.die(this.network.scheduler.now);
    this.#owners.clear();
    this.#messages = [];
    this.#busy = 0;
    this.#generation += 1;
  }

  #put(message: Omit<Message, 'visibleAt'>, delayMs: number): void {
    const { scheduler } = this.network;
    this.#messages.push({ ...message, visibleAt: scheduler.now + delayMs });
    this.#wakeIn(delayMs);
  }

  #wakeIn(delayMs: number): void {
    const generation = this.#generation;
    this.network.scheduler.after(delayMs, null, () => {
      if (generation === this.#generation && this.isUp()) this.#handOut();
    });
  }

  #handOut(): void {
    const { scheduler, chance, faults } = this.network;
    while (this.#busy < this.settings.width) {
      const batch: Message[] = [];
      while (batch.length < this.settings.batchSize) {
        const ready = this.#messages.filter(({ visibleAt }) => visibleAt <= scheduler.now);
        if (ready.length === 0) break;
        const message = faults.late > 0 ? chance.pick(ready) : ready[0];
        if (message === undefined) break;
        this.#messages.splice(this.#messages.indexOf(message), 1);
        batch.push(message);
      }
      if (batch.length === 0) return;
      this.#work(batch);
    }
  }

  #work(batch: readonly Message[]): void {
    const { scheduler, chance, faults } = this.network;
    const generation = this.#generation;
    const owner = new Owner(this.name, faults.clockJumps > 0 ? chance.between(-2_000, 2_000) : 0);
    this.#owners.add(owner);
    this.#busy += 1;
    const answers = new Map<Message, number | 'ack'>();
    const deliveries = batch.map((message): Delivery => {
      const answer = (is: number | 'ack') => {
        if (!answers.has(message)) answers.set(message, is);
      };
      return {
        body: message.body,
        attempts: message.deliveries + 1,
        ack: () => answer('ack'),
        retry: (options) => answer((options?.delaySeconds ?? this.settings.retryDelayMs / 1000) * 1000),
      };
    });
    const end = (unanswered: number | 'ack', isLost: boolean) => {
      if (!owner.isAlive || generation !== this.#generation) return;
      owner.die(this.network.scheduler.now);
      this.#owners.delete(owner);
      this.#busy -= 1;
      for (const message of batch) {
        const answer = isLost ? unanswered : (answers.get(message) ?? unanswered);
        if (answer !== 'ack') this.#again(message, answer);
      }
      this.#wakeIn(0);
    };
    if (chance.happens(faults.consumerDies))
      scheduler.after(chance.between(0, chance.happens(0.5) ? 50 : 40_000), owner, () =>
        end(this.settings.retryDelayMs, true),
      );
    if (chance.happens(faults.consumerStalls))
      scheduler.after(chance.below(chance.pick([30, 200])), owner, () => {
        owner.stalledUntil = scheduler.now + chance.between(1_000, 90_000);
      });
    if (faults.isDeployed) scheduler.after(LONGEST_MS, owner, () => end(this.settings.retryDelayMs, true));
    scheduler.within(owner, () => {
      this.settings.consume(owner, deliveries).then(
        () => scheduler.after(0, owner, () => end('ack', false)),
        () => scheduler.after(0, owner, () => end(this.settings.retryDelayMs, false)),
      );
    });
  }

  #again(message: Message, delayMs: number): void {
    const deliveries = message.deliveries + 1;
    if (deliveries > this.settings.retries) this.settings.onDead(message.body);
    else this.#put({ ...message, deliveries }, delayMs);
  }
}
