import { boundingBox, holdsCenter } from '../page-layout/boxes';
import type { Field, Page, Word } from '../parsed-document';

/** The same fields, each with the box of its own words where its paragraph or cell holds them, once per word. */
export function narrowFields(fields: readonly Field[], pages: readonly Page[]): Field[] {
  const taken = new Set<Word>();
  return fields.map((field) => {
    const words = pages[field.page - 1]?.lines
      .filter((line) => holdsCenter(field.box, line.box, 1))
      .flatMap((line) => line.words);
    const own = words === undefined ? null : findRun(words, field.value.split(/\s+/), taken);
    if (own === null) return field;
    for (const word of own) taken.add(word);
    return { ...field, box: boundingBox(own.map((word) => word.box)) };
  });
}

function findRun(words: readonly Word[], wanted: readonly string[], taken: ReadonlySet<Word>): Word[] | null {
  for (let from = 0; from + wanted.length <= words.length; from += 1) {
    const run = words.slice(from, from + wanted.length);
    if (run.every((word, index) => matches(word.text, wanted[index] ?? '') && !taken.has(word))) return run;
  }
  return null;
}

/** Punctuation around a control belongs to the sentence. */
function matches(text: string, wanted: string): boolean {
  return text === wanted || text.replace(/^[("'„“]+|[)"'“”.,;:!?]+$/g, '') === wanted;
}
