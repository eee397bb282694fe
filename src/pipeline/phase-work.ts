import type { PageSize } from '../jobs/blob-port';
import { JobError } from '../jobs/errors';
import type { JobRef, Phase } from '../jobs/job';
import type { JobRequest } from '../jobs/request';
import type { CellTask, Made } from '../operations/operation-step';
import type { ParsedDocument } from '../parsers/parsed-document';
import type { Cell } from '../schema/cell';
import type { OpenParts } from './open-parts';
import type { PipelinePorts } from './pipeline-ports';

/** What stands after a phase, and what is known of the pages that were read. */
export interface Standing {
  readonly cells: readonly Cell[];
  readonly pageSizes: readonly PageSize[];
  readonly language: string | null;
}

/** A finished phase. */
export interface PhaseDone {
  readonly standing: Standing;
  /** What was made in it; null: nothing was to be made. */
  readonly made: Made | null;
}

export const NOTHING_STANDS: Standing = { cells: [], pageSizes: [], language: null };

/** One phase of one turn. */
export interface PhaseWork {
  readonly ports: PipelinePorts;
  readonly job: JobRef;
  readonly attempt: number;
  readonly index: number;
  readonly filename: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly phase: Phase;
  readonly request: JobRequest;
  readonly task: Omit<CellTask, 'document' | 'cells' | 'firstPosition'>;
  readonly standing: Standing;
  readonly parts: OpenParts;
  /** Whether the turn was taken away. */
  readonly isStopped: () => boolean;
  /** Whether there is time for one more window; else the turn is handed back. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Tells how much of the phase is done, 0-1; answers whether the turn goes on. */
  readonly tell: (phaseShare: number) => Promise<boolean>;
}

/** Throws `extraction-failed` for more values than one isolate can hold as a result. */
export function refuseTooMany({ filename, ports }: Pick<PhaseWork, 'filename' | 'ports'>, cells: number): void {
  const { valuesPerResult } = ports.settings.limits;
  if (cells > valuesPerResult)
    throw new JobError(
      'extraction-failed',
      `${filename}: more than ${valuesPerResult} values were found; ask for fewer fields, or for some of the pages`,
    );
}

/** What is told of the pages that were read. */
export const factsOf = ({ pages, language }: ParsedDocument): Omit<Standing, 'cells'> => ({
  pageSizes: pages.map(({ number, width, height }) => ({ number, width, height })),
  language,
});
