/** Stands where the registry of engines stands: one that fills one field and notes which phases it has been through. */
import type { Engine, FillTask } from '../../src/engines/engine';
import type { Cell, FillPhase } from '../../src/schema/cell';
import { engineCalls } from './engine-calls';

const FIELD = 'number';

/** Whether it is what the field holds in the end: the document's name and which reading it was, and each phase once, in order. */
export const isReadAs = (value: unknown, filename: string): boolean =>
  typeof value === 'string' &&
  value.startsWith(`${filename} #`) &&
  /^\d+ resolve execute validate reread$/.test(value.slice(filename.length + 2));

const pass =
  (phase: FillPhase) =>
  async ({ document, cells, instructions }: FillTask): Promise<readonly Cell[]> => {
    const filename = document.properties.filename ?? '';
    engineCalls.readings += 1;
    engineCalls.began({ job: instructions ?? '', filename, phase });
    if (engineCalls.lasts !== null) await engineCalls.lasts();
    const before = cells.find(({ path }) => path[0] === FIELD)?.value ?? `${filename} #${engineCalls.readings}`;
    return [
      {
        path: [FIELD],
        value: `${before} ${phase}`,
        confidence: 0.9,
        citations: [
          { page: 1, box: { x: 0, y: 0, width: 1, height: 1 }, text: filename, locator: null, attachment: null },
        ],
        filledBy: phase,
        source: 'label',
        flags: [],
      },
    ];
  };

const engine: Engine = {
  name: 'tiny',
  notices: () => [],
  resolve: pass('resolve'),
  execute: pass('execute'),
  validate: pass('validate'),
  reread: pass('reread'),
};

export const ENGINES = [engine];

export const chooseEngine = (): Engine => engine;
