import { headerOf } from '../mail-header';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

const TIME = /\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?|Uhr|uur|h)?/u.source;
/** "between 13:15 and 15:15", "9-11 Uhr": two times of day with a word or a dash between them. */
const WINDOW = new RegExp(
  `(?<![\\d.,:/-])${TIME}\\s?(?:-|–|—|to|and|bis|und|en|tot|et|à|y|a|e|alle|al)\\s?\\d{1,2}(?:[:.h]\\d{2}\\s?(?:[ap]\\.?m\\.?|Uhr|uur|h)?|\\s?(?:[ap]\\.?m\\.?|Uhr|uur|h))(?![\\d\\p{L}])`,
  'iu',
);
const ASKED = new Set(['window', 'slot', 'timeframe', 'timeslot', 'windows']);

/** Evidence: two times of day with a word or a dash between them are the window of time that is asked for. */
export function timeWindowReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(
    (question) => question.node.type === 'string' && question.phrases.flat().some((word) => ASKED.has(word)),
  );
  if (asked.length === 0) return [];
  return view.lines.flatMap((line) => {
    const found = headerOf(line, view) === null ? WINDOW.exec(line.text) : null;
    if (found === null) return [];
    const span = spanOfLine(line.page, line.line, found.index, found.index + found[0].length);
    return asked.map((question) => ({
      question,
      value: found[0],
      span,
      score: SURE,
      source: 'pattern',
      flags: [],
    }));
  });
}

const SURE = 0.72;
