import type { Engine, FillTask } from '../engine';
import { fillOpen, fillOutright } from './fill';
import { byLegibility } from './legibility';
import { lensOf } from './lenses/lens';
import { resegmented } from './lenses/resegment';
import { withLocators } from './locate';
import { unhonoured } from './notices';
import { rereadCells } from './reread';
import { showConfidence } from './show-confidence';
import { validateCells } from './validate';

/** What a document states outright must be this sure; the deeper search settles for less. */
const OUTRIGHT = { phase: 'resolve', leastScore: 0.6, leastTableScore: 0.45 } as const;
const DEEPER = { phase: 'execute', leastScore: 0.42, leastTableScore: 0.25 } as const;

const lensAt = ({ reading = 0 }: FillTask) => lensOf(reading);

/** The document as this reading looks at it. */
const seen = (task: FillTask): FillTask => ({
  ...task,
  document: resegmented(task.document, lensAt(task).segmentation),
});

/** The embedded engine: needs no model, no key and no network. Looks where people print things. */
export const layoutEngine: Engine = {
  name: 'layout',
  notices: unhonoured,
  resolve: async (task) => withLocators(fillOutright(seen(task), { ...OUTRIGHT, ...lensAt(task) }), task.document),
  execute: async (task) => withLocators(fillOpen(seen(task), { ...DEEPER, ...lensAt(task) }), task.document),
  validate: async (task) => validateCells(task.schema, task.cells),
  reread: async (task) => {
    const settled = withLocators(rereadCells(seen(task)), task.document);
    return showConfidence(byLegibility(settled, task.document), task.document);
  },
};
