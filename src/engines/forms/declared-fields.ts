import type { Page } from '../../parsers/parsed-document';
import { titleOf } from '../../schema/title';
import { type Blank, frameBlank, tickBlank } from './blank';
import type { DeclaredField, PageField } from './form-field';
import { holdsMiddle } from './geometry';
import { labelBlanks } from './label-blanks';
import { labelTicks } from './label-ticks';
import { nameWords } from './name-words';
import { headingsOf, sectionOf } from './sections';
import { textRuns } from './text-runs';

/** Points by which what a field shows may stand beside it. */
const SLACK = 2;

/** The fields that a file declares on a page, in the order given, named by what is printed beside them. */
export function declaredFieldsOfPage(page: Page, declared: readonly DeclaredField[]): PageField[] {
  const blanks = new Map(declared.map((field) => [blankOf(field), field]));
  const all = [...blanks.keys()];
  const runs = textRuns(
    page,
    all.map(({ box }) => box),
  ).filter((run) => !all.some(({ box }) => holdsMiddle(box, run.box, SLACK)));
  const ticks = all.filter(({ kind }) => kind === 'tick');
  const written = all.filter(({ kind }) => kind !== 'tick');
  const marked = labelTicks(ticks, runs, written);
  const naming = new Set(marked.flatMap((one) => one.runs));
  const named = labelBlanks(
    written,
    runs.filter((run) => !naming.has(run)),
  );
  const found = [...named, ...marked];
  const sizes = runs.map(({ size }) => size).sort((a, b) => a - b);
  const headings = headingsOf(runs, found, sizes[Math.floor(sizes.length / 2)] ?? 10);
  return [...blanks].map(([blank, field]) => {
    const own = found.find((one) => one.blank === blank);
    return {
      page: page.number,
      pageWidth: page.width,
      pageHeight: page.height,
      type: field.type,
      box: field.box,
      cells: [],
      pitch: null,
      onRule: false,
      label: own?.label ?? field.tooltip ?? titleOf(nameWords(field.name)),
      question: own?.question ?? null,
      section: sectionOf(field.box, headings),
      value: field.value,
      declared: field,
    };
  });
}

const blankOf = ({ type, box, value }: DeclaredField): Blank =>
  type === 'checkbox' ? tickBlank(box, value === 'true') : frameBlank(box, { value });
