import type { Box, Page, Word } from '../../parsers/parsed-document';
import { around, middleY, right } from './geometry';
import { isFillWord, isTickWord } from './printed-blanks';

/** Font sizes of white space that part two runs of words in one line. */
const GAP_EM = 1.8;

/** Words that stand together on one line, without what is to be filled in. */
export interface TextRun {
  readonly words: readonly Word[];
  readonly text: string;
  readonly box: Box;
  /** Font size of the first word. */
  readonly size: number;
  readonly bold: boolean;
}

/** The runs of a page, parted by wide gaps and by `blanks` that lie between words. */
export function textRuns(page: Page, blanks: readonly Box[]): TextRun[] {
  return page.lines.flatMap(({ words }) => {
    const runs: Word[][] = [];
    let isOpen = false;
    for (const word of words) {
      if (isTickWord(word.text) || isFillWord(word.text)) {
        isOpen = false;
        continue;
      }
      const text = withoutFill(word);
      if (text === null) continue;
      const last = runs.at(-1)?.at(-1);
      if (isOpen && last !== undefined && belong(last, text, blanks)) runs.at(-1)?.push(text);
      else runs.push([text]);
      isOpen = text === word;
    }
    return runs.map(runOf);
  });
}

/** "Name:____" is "Name:". Null: nothing is left. */
function withoutFill(word: Word): Word | null {
  const at = /_{2,}/.exec(word.text)?.index;
  if (at === undefined) return word;
  const text = word.text.slice(0, at);
  if (text.trim() === '') return null;
  const width = Math.min(word.box.width, (word.box.width * text.length) / word.text.length);
  return { ...word, text, box: { ...word.box, width } };
}

function belong(last: Word, word: Word, blanks: readonly Box[]): boolean {
  const gap = word.box.x - right(last.box);
  if (gap > GAP_EM * Math.max(last.size, word.size)) return false;
  const y = middleY(word.box);
  return !blanks.some(
    (blank) =>
      y >= blank.y - 2 &&
      y <= blank.y + blank.height + 2 &&
      blank.x >= right(last.box) - 3 &&
      right(blank) <= word.box.x + 3,
  );
}

function runOf(words: readonly Word[]): TextRun {
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    box: around(words.map(({ box }) => box)),
    size: words[0]?.size ?? 0,
    bold: words.every(({ bold }) => bold),
  };
}
