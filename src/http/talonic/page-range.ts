import { JobError } from '../../jobs/errors';
import { readPageRange } from '../../jobs/page-range';

/** "1,3,7-10" as its pages, each once, ascending. Throws `invalid-request`. */
export function toPages(text: string): readonly number[] {
  const pages = readPageRange(text);
  if (pages !== null) return pages;
  const message = `options.page_range: "${text.slice(0, 60)}" is no range; write "1-5" or "1,3,7-10"`;
  throw new JobError('invalid-request', message, { field: 'pages' });
}
