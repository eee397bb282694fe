import type { Line } from '../parsed-document';

/** Share of a page's height at its top and at its bottom where headers and footers stand. */
const MARGIN_SHARE = 0.15;
/** Points by which the same header may stand higher or lower on another page. */
const SAME_PLACE = 4;
/** Pages from which on two alike are a coincidence and three are none. */
const MANY_PAGES = 4;
/** Headers may differ between left and right pages. */
const MAX_PAGES_APART = 2;

/** A page as its running lines are looked for: upright, without what stands in tables. */
export interface MarginPage {
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Lines that pages repeat at the same place, page numbers going up. */
export interface RunningLines {
  /** Left out: seen on a page before. */
  readonly repeated: ReadonlySet<Line>;
  /** First ones at the foot of a page, in order: they belong behind the text. */
  readonly footers: readonly Line[];
}

interface Track {
  readonly y: number;
  readonly numbers: readonly number[];
  readonly firstPage: number;
  lastPage: number;
  readonly lines: Line[];
  readonly isFooter: boolean;
}

/** Headers and footers. Linear in the lines of the margins. */
export function runningLines(pages: readonly MarginPage[]): RunningLines {
  if (pages.length < 2) return { repeated: new Set(), footers: [] };
  const tracks = new Map<string, Track[]>();
  for (const [page, { height, lines }] of pages.entries()) {
    for (const line of lines) {
      const isHeader = line.box.y + line.box.height <= MARGIN_SHARE * height;
      const isFooter = line.box.y >= (1 - MARGIN_SHARE) * height;
      if (isHeader || isFooter) follow(tracks, page, line, isFooter);
    }
  }
  const enough = pages.length < MANY_PAGES ? 2 : 3;
  const running = [...tracks.values()].flat().filter((track) => track.lines.length >= enough);
  const repeated = new Set<Line>();
  const footers: Line[] = [];
  for (const { lines, isFooter } of running) {
    for (const line of lines.slice(isFooter ? 0 : 1)) repeated.add(line);
    const [first] = lines;
    if (isFooter && first !== undefined) footers.push(first);
  }
  return { repeated, footers };
}

function follow(tracks: Map<string, Track[]>, page: number, line: Line, isFooter: boolean): void {
  const key = line.text.replace(/\d+/g, '#');
  const numbers = (line.text.match(/\d+/g) ?? []).map(Number);
  const known = tracks.get(key) ?? [];
  tracks.set(key, known);
  const track = known.find(
    (one) =>
      one.isFooter === isFooter &&
      Math.abs(one.y - line.box.y) <= SAME_PLACE &&
      page > one.lastPage &&
      page - one.lastPage <= MAX_PAGES_APART &&
      countsOn(one, numbers, page),
  );
  if (track === undefined)
    known.push({ y: line.box.y, numbers, firstPage: page, lastPage: page, lines: [line], isFooter });
  else {
    track.lastPage = page;
    track.lines.push(line);
  }
}

/** Every number stays or goes up with the pages: amounts do neither. */
function countsOn(track: Track, numbers: readonly number[], page: number): boolean {
  return numbers.every((number, index) => {
    const first = track.numbers[index];
    return first === number || (first !== undefined && number - first === page - track.firstPage);
  });
}
