import type { WindowOutput, WindowRef } from '../jobs/blob-port';
import type { CellStep } from '../operations/operation-step';
import { type Stretch, shownPage, windowOf } from '../operations/window';
import { type WindowRules, windowRules } from '../operations/window-rules';
import type { Page } from '../parsers/parsed-document';
import { otherWorkFirst } from '../parsers/parsed-part';
import type { OpenPart, OpenParts } from './open-parts';
import { factsOf, type PhaseWork, refuseTooMany, type Standing } from './phase-work';

/**
 * One phase over a long document, window by window. Each window's output is stored, so that a turn that ends between two
 * of them, however it ends, is gone on with at the next. Null when the turn must end.
 */
export async function overWindows(work: PhaseWork, step: CellStep): Promise<Standing | null> {
  const rules = windowRules(work.task.target);
  const done = await storedWindows(work);
  const shown = new ShownPages(work.parts, done);
  if (done.at(-1)?.isLast !== true) {
    for await (const part of work.parts.from(done.length + 1)) {
      await otherWorkFirst();
      if (!(await work.mayGoOn())) return null;
      const output = await lookAt(part, work, step, rules, done, shown);
      if (work.isStopped()) return null;
      done.push(output);
      refuseTooMany(
        work,
        done.reduce((sum, { cells }) => sum + cells.length, 0),
      );
      await work.ports.blobs.putWindow(refOf(work, done.length), output);
      if (!output.isLast && !(await work.tell(shareOf(work, part, done)))) return null;
    }
  }
  return {
    cells: rules.join(
      work.standing.cells,
      done.map(({ cells }) => cells),
    ),
    pageSizes: done.flatMap(({ pageSizes }) => pageSizes),
    language: done.find(({ language }) => language !== null)?.language ?? null,
  };
}

/** By pages; as many as the phase before has read, where the parser cannot tell. Not known at all: nothing is said. */
function shareOf({ standing }: PhaseWork, { pageCount }: OpenPart, done: readonly WindowOutput[]): number {
  const all = pageCount ?? standing.pageSizes.length;
  const pages = done.reduce((sum, { pageSizes }) => sum + pageSizes.length, 0);
  return all === 0 ? 0 : Math.min(1, pages / all);
}

const refOf = ({ job, attempt, index, phase }: PhaseWork, window: number): WindowRef => ({
  ...job,
  attempt,
  index,
  phase,
  window,
});

async function storedWindows(work: PhaseWork): Promise<WindowOutput[]> {
  const done: WindowOutput[] = [];
  for (;;) {
    const output = await work.ports.blobs.getWindow(refOf(work, done.length + 1));
    if (output === null) return done;
    done.push(output);
    if (output.isLast) return done;
  }
}

async function lookAt(
  part: OpenPart,
  { task, standing }: PhaseWork,
  step: CellStep,
  rules: WindowRules,
  before: readonly WindowOutput[],
  shown: ShownPages,
): Promise<WindowOutput> {
  const stretch = stretchOf(part, before);
  const language = before.find((one) => one.language !== null)?.language ?? null;
  const found = await step.run({
    ...task,
    document: windowOf(part.document, await shown.before(rules), language),
    cells: rules.cellsFor(stretch, standing.cells),
    firstPosition: before.reduce((sum, { pageSizes }) => sum + pageSizes.length, 0),
  });
  return {
    ...factsOf(part.document),
    cells: rules.ownCells(stretch, standing.cells, found),
    isLast: part.isLast,
  };
}

function stretchOf({ document, isLast }: OpenPart, before: readonly WindowOutput[]): Stretch {
  return {
    after: before.at(-1)?.pageSizes.at(-1)?.number ?? Number.NEGATIVE_INFINITY,
    upTo: isLast ? Number.POSITIVE_INFINITY : (document.pages.at(-1)?.number ?? Number.POSITIVE_INFINITY),
  };
}

/** The pages shown again before a window; each is fetched once. */
class ShownPages {
  readonly #known = new Map<number, ReturnType<typeof shownPage>>();

  constructor(
    private readonly parts: OpenParts,
    private readonly windows: readonly WindowOutput[],
  ) {}

  async before(rules: WindowRules): Promise<readonly NonNullable<ReturnType<typeof shownPage>>[]> {
    const [first] = this.windows.flatMap(({ pageSizes }) => pageSizes.slice(0, 1));
    if (first === undefined) return [];
    const numbers = rules.pagesToShow(
      first.number,
      this.windows.map(({ cells }) => cells),
    );
    const pages = [];
    for (const number of numbers) {
      if (!this.#known.has(number)) this.#known.set(number, await this.#fetch(number));
      const page = this.#known.get(number);
      if (page !== null && page !== undefined) pages.push(page);
    }
    return pages;
  }

  async #fetch(number: Page['number']): Promise<ReturnType<typeof shownPage>> {
    const holder = this.windows.findIndex(({ pageSizes }) => pageSizes.some((page) => page.number === number));
    const part = holder < 0 ? null : await this.parts.part(holder + 1);
    return part && shownPage(part.document, number);
  }
}
