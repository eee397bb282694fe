import { lineOf } from './page-layout/boxes';
import type { Line, Word } from './parsed-document';

/** Characters of a line, and of a word: what is looked for in one may cost their square. Lines of people have 300. */
const MAX_CHARACTERS = 1000;

/** A line that is longer than anybody writes as several beside each other. */
export function shortLines(line: Line): readonly Line[] {
  if (line.text.length <= MAX_CHARACTERS) return [line];
  const lines: Word[][] = [[]];
  let length = 0;
  for (const word of line.words.flatMap(shortWords)) {
    if (length > 0 && length + word.text.length > MAX_CHARACTERS) {
      lines.push([]);
      length = 0;
    }
    lines.at(-1)?.push(word);
    length += word.text.length + 1;
  }
  return lines.map(lineOf);
}

/** Letters are taken to be equally wide. */
function shortWords(word: Word): Word[] {
  const count = Math.ceil(word.text.length / MAX_CHARACTERS);
  if (count <= 1) return [word];
  return Array.from({ length: count }, (_, index) => {
    const text = word.text.slice(index * MAX_CHARACTERS, (index + 1) * MAX_CHARACTERS);
    const width = (word.box.width * text.length) / word.text.length;
    const x = word.box.x + (word.box.width * index * MAX_CHARACTERS) / word.text.length;
    return { ...word, text, box: { ...word.box, x, width } };
  });
}
