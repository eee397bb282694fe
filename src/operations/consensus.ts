import type { Cell } from '../schema/cell';
import { listRowOf, listsIn } from './list-row';

/**
 * Several readings of one document as one, the ordinary reading first. Of a single value that counts which most of them
 * give, of equally many the surest; where the ordinary one gives none, half of them must give the same. A list is that of the ordinary reading, or, where it has none, of the reading that
 * found most of it. `agreement` is the share of readings that give the value: in a list, that read it in the same print.
 */
export function reconciled(readings: readonly [readonly Cell[], ...(readonly Cell[])[]]): readonly Cell[] {
  const [ordinary] = readings;
  const others = readings.slice(1);
  return [...singles(readings), ...lists(ordinary, others)];
}

function singles(readings: readonly (readonly Cell[])[]): readonly Cell[] {
  const byPlace = new Map<string, Cell[]>();
  for (const cell of readings.flat()) {
    if (listRowOf(cell) !== null) continue;
    const key = JSON.stringify(cell.path);
    byPlace.set(key, [...(byPlace.get(key) ?? []), cell]);
  }
  return [...byPlace.values()].flatMap((cells) => {
    const won = winner(cells);
    if (won === null) return [];
    const isExpected = readings[0]?.some(({ path }) => isSamePath(path, won.cell.path)) === true;
    return isExpected || won.votes * 2 >= readings.length ? [agreed(won.cell, won.votes, readings.length)] : [];
  });
}

const isSamePath = (a: Cell['path'], b: Cell['path']): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The cells come in the order of their readings, so that of equal ones the more ordinary one is kept. */
function winner(cells: readonly Cell[]): { readonly cell: Cell; readonly votes: number } | null {
  const byValue = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = JSON.stringify(cell.value);
    byValue.set(key, [...(byValue.get(key) ?? []), cell]);
  }
  let best: { readonly cell: Cell; readonly votes: number; readonly surest: number } | null = null;
  for (const same of byValue.values()) {
    const [cell] = same;
    const surest = Math.max(...same.map(({ confidence }) => confidence));
    if (cell === undefined) continue;
    if (best === null || same.length > best.votes || (same.length === best.votes && surest > best.surest))
      best = { cell, votes: same.length, surest };
  }
  return best;
}

function lists(ordinary: readonly Cell[], others: readonly (readonly Cell[])[]): readonly Cell[] {
  const all = [ordinary, ...others];
  const names = new Set(all.flatMap((cells) => [...listsIn(cells)]));
  return [...names].flatMap((name) => {
    const found = all.map((cells) => cells.filter((cell) => listRowOf(cell)?.list === name));
    const [first = []] = found;
    const chosen =
      first.length > 0 ? first : found.reduce((most, cells) => (cells.length > most.length ? cells : most));
    const prints = found.map((cells) => new Set(cells.map(printOf)));
    return chosen.map((cell) => {
      const votes = prints.filter((print) => print.has(printOf(cell))).length;
      return agreed(cell, votes, all.length);
    });
  });
}

/** What was read for which field at which place of the page, in whole points; rows of several readings may be counted apart. */
function printOf({ path, value, citations: [{ page, box }] }: Cell): string {
  const names = path.filter((part) => typeof part === 'string');
  return JSON.stringify([names, value, page, Math.round(box.x), Math.round(box.y)]);
}

const agreed = (cell: Cell, votes: number, readings: number): Cell =>
  votes === readings
    ? { ...cell, agreement: 1 }
    : {
        ...cell,
        agreement: votes / readings,
        flags: [
          ...cell.flags,
          { code: 'readings-differ', message: `${votes} of ${readings} readings of the document gave this value` },
        ],
      };
