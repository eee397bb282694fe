import type { ParsedPage } from '@llamaindex/liteparse-wasm';
import { centerY, holdsCenter } from '../page-layout/boxes';
import type { Word } from '../parsed-document';

/** Text of a form widget that shows none: its size in points and as a share of the widget's height, and how wide letters are. */
const MAX_FIELD_SIZE = 10;
const FIELD_SHARE = 0.7;
const LETTER_EM = 0.5;
/** Points by which what is drawn of a value may lie beside its widget. */
const SLACK = 1.5;

/** What was typed or chosen in a form widget that shows nothing of it, as words at its place. */
export function filledIn(page: ParsedPage, words: readonly Word[]): Word[] {
  return (page.formFields ?? []).flatMap(({ type, rect, value }): Word[] => {
    const text = (value ?? '').trim();
    if (rect === undefined || text === '' || !/text|combo|list|choice/i.test(type)) return [];
    if (words.some((word) => holdsCenter(rect, word.box, SLACK))) return [];
    const size = Math.min(MAX_FIELD_SIZE, FIELD_SHARE * rect.height);
    const step = Math.min(LETTER_EM * size, rect.width / text.length);
    const y = centerY(rect) - size / 2;
    return [...text.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      box: { x: rect.x + match.index * step, y, width: match[0].length * step, height: size },
      size,
      bold: false,
      certainty: 1,
    }));
  });
}
