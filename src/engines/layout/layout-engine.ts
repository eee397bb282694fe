import type { Engine } from '../engine';
import { fillOpen, fillOutright } from './fill';
import { byLegibility } from './legibility';
import { withLocators } from './locate';
import { unhonoured } from './notices';
import { rereadCells } from './reread';
import { showConfidence } from './show-confidence';
import { validateCells } from './validate';

/** What a document states outright must be this sure; the deeper search settles for less. */
const OUTRIGHT = { phase: 'resolve', leastScore: 0.6, leastTableScore: 0.45 } as const;
const DEEPER = { phase: 'execute', leastScore: 0.42, leastTableScore: 0.25 } as const;

/** The embedded engine: needs no model, no key and no network. Looks where people print things. */
export const layoutEngine: Engine = {
  name: 'layout',
  notices: unhonoured,
  resolve: async (task) => withLocators(fillOutright(task, OUTRIGHT), task.document),
  execute: async (task) => withLocators(fillOpen(task, DEEPER), task.document),
  validate: async (task) => validateCells(task.schema, task.cells),
  reread: async (task) => {
    const settled = withLocators(rereadCells(task), task.document);
    return showConfidence(byLegibility(settled, task.document), task.document);
  },
};
