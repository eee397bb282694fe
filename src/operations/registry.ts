import type { Operation, PHASES, Phase } from '../jobs/job';
import { classify } from './classify';
import { extract } from './extract';
import { fillForm } from './fill-form';
import { generateSchema } from './generate-schema';
import { generateTemplate } from './generate-template';
import type { Step } from './operation-step';
import { parse } from './parse';
import { split } from './split';

type Steps = { readonly [Name in Operation]: Readonly<Record<(typeof PHASES)[Name][number], Step>> };

/** What each operation does in each phase. An operation or a phase more, and the compiler points here. */
const OPERATIONS: Steps = {
  extract,
  parse,
  split,
  classify,
  'generate-schema': generateSchema,
  'generate-template': generateTemplate,
  'fill-form': fillForm,
};

/** One phase of one operation. */
export function stepOf(operation: Operation, phase: Phase): Step {
  const steps: Partial<Record<Phase, Step>> = OPERATIONS[operation];
  const step = steps[phase];
  if (step === undefined) throw new Error(`${operation} has no phase ${phase}`);
  return step;
}
