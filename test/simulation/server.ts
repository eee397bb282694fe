import type { Ports } from '../../src/jobs/ports';
import { sweep } from '../../src/jobs/retention/sweep';
import { consumeDead, consumeWork } from '../../src/pipeline/consumer';
import { consumeParcels } from '../../src/pipeline/deliver';
import { Bucket } from './bucket';
import { Database } from './database';
import { GatesPlatform } from './gates-platform';
import { MessageQueue, type QueueSettings } from './message-queue';
import type { Network } from './network';
import { OutboxesPlatform } from './outboxes-platform';
import { Receiver } from './receiver';
import { Owner } from './scheduler';
import { TurnstilesPlatform } from './turnstiles-platform';
import { portsOf, type Queues, type WorldSettings } from './world-ports';

/** What a client learns of a request: its answer, its refusal, that the server was not there, or nothing. */
export type Reply<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' };

/** How long a client waits. */
const PATIENCE_MS = 60_000;

/** The running service: everything that a SIGKILL ends, and what it leaves behind. */
export class Server {
  readonly bucket = new Bucket();
  readonly database = new Database();
  readonly gates: GatesPlatform;
  readonly outboxes: OutboxesPlatform;
  readonly turnstiles: TurnstilesPlatform;
  readonly receiver = new Receiver();
  readonly #queues: Queues;
  readonly #requests = new Map<Owner, () => void>();
  #isUp = true;
  #boot = 1;
  #ids = 0;

  constructor(
    private readonly network: Network,
    private readonly settings: Omit<WorldSettings, 'boot'>,
  ) {
    this.gates = new GatesPlatform(network, (owner) => this.portsFor(owner));
    this.outboxes = new OutboxesPlatform(network, (owner) => this.portsFor(owner));
    this.turnstiles = new TurnstilesPlatform(network, (owner) => this.portsFor(owner));
    const isUp = () => this.#isUp;
    const queue = (name: string, settings: Omit<QueueSettings, 'width'>) =>
      new MessageQueue(network, name, { ...settings, width: network.faults.isDeployed ? 3 : 1 }, isUp);
    const dead = queue('dead', {
      batchSize: 20,
      retries: 20,
      retryDelayMs: 30_000,
      consume: (owner, deliveries) => consumeDead(this.portsFor(owner), deliveries),
      onDead: () => undefined,
    });
    const work = {
      // Where consumers die, some queues give up at once: else hardly a letter would ever be dead.
      retries: network.faults.consumerDies > 0 ? network.chance.pick([0, 5]) : 5,
      retryDelayMs: 5_000,
      consume: (owner: Owner, deliveries: Parameters<QueueSettings['consume']>[1]) =>
        consumeWork(this.portsFor(owner), deliveries),
      onDead: (body: unknown) => dead.send([body]),
    };
    this.#queues = {
      normal: queue('normal', { ...work, batchSize: 8 }),
      high: queue('high', { ...work, batchSize: 4 }),
      parcels: queue('parcels', {
        batchSize: 10,
        retries: 5,
        retryDelayMs: 5_000,
        consume: (owner, deliveries) => consumeParcels(this.portsFor(owner), deliveries),
        onDead: () => undefined,
      }),
      dead,
    };
  }

  /** Another id each time, the same in every run of a seed. */
  id(): string {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
  }

  portsFor(owner: Owner): Ports {
    const { network, bucket, database, gates, outboxes, turnstiles, receiver, settings } = this;
    const boot = network.faults.isDeployed ? 'deployed' : `boot-${this.#boot}`;
    const world = { network, bucket, database, gates, outboxes, turnstiles, receiver, queues: this.#queues };
    return portsOf({ ...world, ids: () => this.id(), settings: { ...settings, boot } }, owner);
  }

  /** One request of a client, handled by the code under test. Resolves with what the client learns. */
  request<Value>(handle: (ports: Ports) => Promise<Value>): Promise<Reply<Value>> {
    const { scheduler, chance, faults } = this.network;
    const owner = new Owner('request');
    return new Promise((resolve) => {
      const tell = (reply: Reply<Value>) => scheduler.after(this.network.latencyMs(), null, () => resolve(reply));
      scheduler.after(this.network.latencyMs(), null, () => {
        if (!this.#isUp) return tell({ kind: 'refused' });
        this.#requests.set(owner, () => tell({ kind: 'unknown' }));
        const end = (reply: Reply<Value>) => {
          if (!this.#requests.delete(owner)) return;
          tell(reply);
        };
        const givesUp = chance.happens(faults.clientGivesUp);
        scheduler.after(givesUp ? chance.below(400) : PATIENCE_MS, owner, () => end({ kind: 'unknown' }));
        scheduler.within(owner, () => {
          handle(this.portsFor(owner)).then(
            (value) => end({ kind: 'ok', value }),
            (error: unknown) => end({ kind: 'failed', error }),
          );
        });
      });
    });
  }

  /** What the cron does; nobody waits for it. */
  sweep(): void {
    void this.request(sweep);
  }

  /** SIGKILL of everything, and a new start after a while. */
  kill(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.network.tell('SIGKILL', null);
    for (const [owner, broken] of this.#requests) {
      owner.die(this.network.scheduler.now);
      broken();
    }
    this.#requests.clear();
    for (const queue of Object.values(this.#queues)) queue.lose();
    for (const object of this.#objects()) object.crash();
    const { scheduler, chance } = this.network;
    scheduler.after(chance.between(700, 1_400), null, () => {
      this.#isUp = true;
      this.#boot += 1;
      for (const object of this.#objects()) object.resume();
    });
  }

  /** One object is moved, or put out of memory. */
  disturbObject(): void {
    const { chance } = this.network;
    const objects = this.#objects();
    if (objects.length === 0 || !this.#isUp) return;
    const object = chance.pick(objects);
    if (chance.happens(0.3)) object.evict();
    else {
      object.crash();
      object.resume();
    }
  }

  /** No turnstile can be reached for so long: gates go on without theirs, and what they say is lost. */
  hideTurnstiles(lastsMs: number): void {
    const { scheduler } = this.network;
    this.network.tell('turnstiles are out of reach', null, `${lastsMs} ms`);
    for (const object of this.turnstiles.objects.values()) object.reachableFrom = scheduler.now + lastsMs;
  }

  #objects() {
    return [this.gates, this.outboxes, this.turnstiles].flatMap(({ objects }) => [...objects.values()]);
  }
}
