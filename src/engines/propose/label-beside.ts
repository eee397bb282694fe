import { labelKey } from '../layout/question';
import type { Reading } from '../layout/reading';
import type { View } from '../layout/view';

/** The print left of a value or over it, where the catalogue lists it as one of its labels. */
export function labelBeside({ span, question }: Reading, view: View): string | null {
  const { box } = span;
  const row = view.rows.find(
    (one) => one.page === span.page && one.top <= box.y + box.height / 2 && one.bottom >= box.y + box.height / 2,
  );
  const above = row === undefined ? [] : [view.rows[row.index - 1], view.rows[row.index - 2]];
  const texts = [
    ...(row?.lines ?? [])
      .filter((line) => line.box.x <= box.x)
      .map((line) => line.text.split(span.text)[0] ?? '')
      .reverse(),
    ...above
      .flatMap((one) => one?.lines ?? [])
      .filter(
        (line) => line.page === span.page && line.box.x < box.x + box.width && line.box.x + line.box.width > box.x,
      )
      .map((line) => line.text),
  ];
  const label = texts
    .map((text) => text.replace(/[\s:.#=–-]+$/u, '').trim())
    .find((text) => text !== '' && question.labels.has(labelKey(text)));
  return label ?? null;
}
