import type { Reading } from '../reading';

/** Readings of one field that are added up together. */
const TRIED = 8;

/** An order that was filled in parts counts once as their sum: of the quantities under one label, that one is raised. */
export function sumOfParts(readings: readonly Reading[]): readonly Reading[] {
  const counts = new Map<Reading['question'], Reading[]>();
  for (const one of readings) {
    if (one.question.concept?.id !== 'shares' || typeof one.value !== 'number') continue;
    const prints = counts.get(one.question) ?? [];
    const { page, box } = one.span;
    const held = prints.some(({ span }) => span.page === page && span.box.x === box.x && span.box.y === box.y);
    if (!held && prints.length < TRIED) counts.set(one.question, [...prints, one]);
  }
  const wholes = [...counts.values()].flatMap((prints) => prints.filter((one) => isSum(one, prints)));
  return readings.map((one) =>
    wholes.some((whole) => whole.question === one.question && whole.value === one.value)
      ? { ...one, score: one.score + (1 - one.score) * 0.7 }
      : one,
  );
}

/** True where at least two of the others, printed before it in one column, make its value. */
function isSum(whole: Reading, prints: readonly Reading[]): boolean {
  const parts = prints.filter(
    ({ span }) =>
      span.page === whole.span.page &&
      span.box.y < whole.span.box.y &&
      Math.abs(span.box.x + span.box.width - whole.span.box.x - whole.span.box.width) < 4,
  );
  return parts.length > 1 && parts.reduce((sum, part) => sum + Number(part.value), 0) === Number(whole.value);
}
