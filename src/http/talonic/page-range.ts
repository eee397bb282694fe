import { JobError } from '../../jobs/errors';

/** Pages past this are not asked for by name: our number. */
const LAST_PAGE = 10_000;

const refusal = (text: string): JobError =>
  new JobError('invalid-request', `options.page_range: "${text.slice(0, 60)}" is no range; write "1-5" or "1,3,7-10"`, {
    field: 'pages',
  });

/** "1,3,7-10" as its pages, each once, ascending. Throws `invalid-request`. */
export function toPages(text: string): readonly number[] {
  if (text.length > 1000) throw refusal(text);
  const pages = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to] = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(part) ?? [];
    const first = Number(from);
    const last = to === undefined ? first : Number(to);
    // Also refuses NaN, from a part that is neither a page nor a range.
    if (!(first >= 1 && first <= last && last <= LAST_PAGE)) throw refusal(text);
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}
