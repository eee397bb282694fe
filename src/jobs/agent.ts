import type { JsonObject } from '../schema/json';
import type { EpochMs, Priority } from './job';
import type { AskedAs, ReadOptions } from './request';

/** A name, a shape and a way of reading, stored to be used again. */
export interface AgentRecord {
  readonly id: string;
  readonly accountId: string;
  /** Sets apart kinds of agents that do not see each other ("agent", "configuration"); names are unique within one. */
  readonly family: string;
  readonly name: string;
  /** Normalised JSON Schema of one entry. */
  readonly definition: JsonObject;
  readonly options: ReadOptions;
  readonly priority: Priority;
  /** What the dialect that made it wants back; nobody else looks inside. */
  readonly asked: AskedAs;
  /** 1 on creation; every change adds one. */
  readonly version: number;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}
