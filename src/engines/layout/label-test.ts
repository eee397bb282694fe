import { findLabels } from './labels';
import { headedParty } from './lexicon/party-heads';
import type { View, ViewLine } from './view';

const tests = new WeakMap<View, (line: ViewLine) => boolean>();

/** True for lines that are a label and nothing else, or end as one. */
export function labelTest(view: View): (line: ViewLine) => boolean {
  const held = tests.get(view);
  if (held !== undefined) return held;
  const labels = findLabels(view, []);
  const test = (line: ViewLine): boolean => {
    const [first] = labels.get(line) ?? [];
    return (
      /:\s*$/.test(line.text) ||
      headedParty(line.text) !== null ||
      (first !== undefined && first.start === 0 && (first.colon || first.end >= line.text.trimEnd().length))
    );
  };
  tests.set(view, test);
  return test;
}
