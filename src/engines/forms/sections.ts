import type { Box } from '../../parsers/parsed-document';
import type { LabelledBlank } from './found-blank';
import { plainLabel } from './found-blank';
import { bottom, right, sharedHeight } from './geometry';
import type { TextRun } from './text-runs';

/** How much larger than usual a heading is printed that is not bold. */
const LARGER = 1.12;
const MAX_WORDS = 10;

/** Headings of a form's sections: bold or larger than usual, alone on their line, naming no blank. From the top. */
export function headingsOf(runs: readonly TextRun[], blanks: readonly LabelledBlank[], usual: number): TextRun[] {
  const naming = new Set(blanks.flatMap((one) => one.runs));
  const headings = runs.filter(
    (run) =>
      (run.bold || run.size >= LARGER * usual) &&
      run.words.length <= MAX_WORDS &&
      /\p{L}{2}/u.test(run.text) &&
      !naming.has(run) &&
      !blanks.some(
        ({ blank }) =>
          sharedHeight(blank.box, run.box) > 0.5 * run.box.height &&
          blank.kind !== 'tick' &&
          isBeside(blank.box, run.box),
      ),
  );
  return headings.sort((a, b) => a.box.y - b.box.y);
}

const isBeside = (blank: Box, run: Box): boolean => blank.x < right(run) + 300 && right(blank) > run.x - 300;

/** The title of a page stands over all its sections, and names none where it is the largest print and others follow. */
export function sectionOf(box: Box, headings: readonly TextRun[]): string | null {
  const above = headings.filter((one) => bottom(one.box) <= box.y + 6 && one.box.x <= right(box));
  const largest = Math.max(...headings.map(({ size }) => size));
  const own = above.at(-1);
  if (own === undefined || (own.size === largest && headings.filter(({ size }) => size === largest).length === 1))
    return null;
  return plainLabel(own.text);
}
