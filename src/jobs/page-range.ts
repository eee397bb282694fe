/** Pages past this are not asked for by name: our number. */
const LAST_PAGE = 10_000;

/** Longest text that is looked at, in characters: our number. */
const LONGEST = 1_000;

/** "1,3,7-10" as its pages, 1-based, each once, ascending; null when it is no range. */
export function readPageRange(text: string): readonly number[] | null {
  if (text.length > LONGEST) return null;
  const pages = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to] = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(part) ?? [];
    const first = Number(from);
    const last = to === undefined ? first : Number(to);
    // Also refuses NaN, from a part that is neither a page nor a range.
    if (!(first >= 1 && first <= last && last <= LAST_PAGE)) return null;
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}
