import type { Operation, Phase } from '../jobs/job';
import { extract } from './extract';
import type { Step } from './operation-step';

/** What each operation does in each phase. An operation or a phase more, and the compiler points here. */
export const OPERATIONS = { extract } as const satisfies Record<Operation, Record<Phase, Step>>;
