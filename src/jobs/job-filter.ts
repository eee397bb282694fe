import type { EpochMs, JobStatus, Operation } from './job';
import type { ListWindow } from './records';

/** A label that must be there under one of these names, with that value or any; or must not be. */
export interface LabelTest {
  readonly names: readonly string[];
  /** null: any value. */
  readonly value: string | null;
  readonly isThere: boolean;
}

/** What an absent member leaves open. All that is there must hold. */
export interface JobFilter extends ListWindow {
  readonly ids?: readonly string[];
  readonly statuses?: readonly JobStatus[];
  readonly operations?: readonly Operation[];
  /** null: as the operation is always called. */
  readonly calledAs?: string | null;
  /** null: made without an agent. */
  readonly agentId?: string | null;
  readonly projectId?: string;
  /** Whether the caller named a project. */
  readonly hasProject?: boolean;
  readonly model?: string;
  readonly labels?: readonly LabelTest[];
  /** A document the job works on. */
  readonly documentId?: string;
  /** What the name of one of its documents begins with. */
  readonly filenamePrefix?: string;
  /** What the name of one of its documents holds, case-sensitive. */
  readonly filenamePart?: string;
  /** Holds for the name of one of its documents; must take time linear in the name. */
  readonly filenameMatches?: (filename: string) => boolean;
  /** Filename endings of which one of its documents has one: lower case, without the dot. */
  readonly extensions?: readonly string[];
  readonly createdFrom?: EpochMs;
  /** Exclusive. */
  readonly createdTo?: EpochMs;
}
