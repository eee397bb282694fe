import { boundingBox, holdsCenter } from '../page-layout/boxes';
import type { Field, Page, Word } from '../parsed-document';

/** Lines and words looked through for all fields of a document; later fields keep the box of their paragraph or cell. */
const MAX_LOOKED_THROUGH = 1_000_000;

/** The same fields, each with the box of its own words where its paragraph or cell holds them, once per word. */
export function narrowFields(fields: readonly Field[], pages: readonly Page[]): Field[] {
  const taken = new Set<Word>();
  let left = MAX_LOOKED_THROUGH;
  return fields.map((field) => {
    if (left < 0) return field;
    const lines = pages[field.page - 1]?.lines;
    const words = lines?.filter((line) => holdsCenter(field.box, line.box, 1)).flatMap((line) => line.words);
    left -= (lines?.length ?? 0) + (words?.length ?? 0);
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
