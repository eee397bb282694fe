import type { JobState } from '../../src/jobs/job';
import type { Clients } from './clients';
import type { Faults } from './faults';
import type { History } from './history';
import type { Leaver } from './leaver';
import type { Network } from './network';
import type { Removers } from './removers';
import type { Scheduler } from './scheduler';
import type { Server } from './server';
import type { Violations } from './violations';

/** A world to be looked at, and all that happened in it. */
export interface Audited {
  readonly network: Network;
  /** What went wrong in this world. */
  readonly faults: Faults;
  readonly server: Server;
  readonly history: History;
  readonly clients: Clients;
  readonly scheduler: Scheduler;
  readonly violations: Violations;
  readonly isBroken: () => boolean;
  readonly statuses: string[];
  readonly retentionMs: number;
  /** The account that was deleted meanwhile; null: none. */
  readonly leaver: Leaver | null;
  /** Those who removed documents; null: nobody. */
  readonly removers: Removers | null;
  /** Whether stores fail so often that what is tried ten times may fail ten times. */
  readonly mayGiveUp: boolean;
  /** Whether the clock has jumped: claims without a key may have run out. */
  readonly hasJumped: boolean;
}

/** Long enough for every request and every look of an alarm. */
export const A_WHILE_MS = 60_000;

/** All jobs that gates have, as they are on disk. */
export const statesOf = (server: Server): readonly JobState[] =>
  [...server.gates.objects.values()].flatMap(({ committed }) => committed.state ?? []);
