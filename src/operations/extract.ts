import type { Engine } from '../engines/engine';
import type { Cell, FillPhase } from '../schema/cell';
import { reconciled } from './consensus';
import { onEachPage } from './each-page';
import type { CellStep, CellTask } from './operation-step';

const IN_ORDER = ['resolve', 'execute', 'validate', 'reread'] as const;

/** Extraction: each phase is a pass of the engine over the cells that stand; the last one also asks other readings. */
export const extract = {
  resolve: { kind: 'cells', run: (task) => pass('resolve', task), readsPages: () => true },
  execute: { kind: 'cells', run: (task) => pass('execute', task), readsPages: () => true },
  validate: { kind: 'cells', run: (task) => pass('validate', task), readsPages: (target) => target === 'page' },
  reread: { kind: 'cells', run: rereadAll, readsPages: () => true },
} as const satisfies Record<FillPhase, CellStep>;

/** Rows are one list that the engine is asked for like any other; pages it must look at one by one. */
function pass(phase: FillPhase, task: CellTask, reading = 0): Promise<readonly Cell[]> {
  const { engine, target, firstPosition, ...fill } = task;
  const run = (page: Parameters<Engine[FillPhase]>[0]) => engine[phase]({ ...page, reading });
  return target === 'page' ? onEachPage(fill, firstPosition, run) : run(fill);
}

async function rereadAll(task: CellTask): Promise<readonly Cell[]> {
  const ordinary = await pass('reread', task);
  if (task.readings === 1) return ordinary;
  // Of a long document a window is seen: other readings say nothing of what stands elsewhere.
  const pages = new Set(task.document.pages.map(({ number }) => number));
  const isSeen = ({ citations }: Cell): boolean => citations.some(({ page }) => pages.has(page));
  const others: (readonly Cell[])[] = [];
  for (let reading = 1; reading < task.readings; reading += 1) others.push(await readAgain(task, reading));
  return [...ordinary.filter((cell) => !isSeen(cell)), ...reconciled([ordinary.filter(isSeen), ...others])];
}

/** All phases from the beginning, another way. */
async function readAgain(task: CellTask, reading: number): Promise<readonly Cell[]> {
  let cells: readonly Cell[] = [];
  for (const phase of IN_ORDER) cells = await pass(phase, { ...task, cells }, reading);
  return cells;
}
