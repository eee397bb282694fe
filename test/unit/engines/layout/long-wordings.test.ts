import { describe, expect, it } from 'vitest';
import { ask } from '../ask';
import { letter } from '../paper';

const DOCUMENT = letter('Name: Muster', 'Total: 119.00');
/** Characters of one title or description; a schema may have six times as many in all. */
const CHARACTERS = 40_000;
/** It takes 30; a walk over all pairs of letters took 5,000. */
const MOST_MS = 1_000;

const wordings = ['d', ' ', '1', 'aB', '\n', '(', ', ', ' or ', ' e.g.\n', 'a/'].map((piece) => ({
  piece,
  text: `${piece.repeat(CHARACTERS / piece.length)}x`,
}));

describe('a wording without end', () => {
  it.each(wordings)('of $piece in a schema is read as fast as a short one', async ({ text }) => {
    const begun = performance.now();
    const asked = {
      type: 'object',
      properties: {
        Name: { type: 'string', title: text },
        Total: { type: 'number', description: text },
        paid: { type: 'boolean', description: text },
      },
    };
    expect(await ask(DOCUMENT, asked)).toMatchObject({ Total: 119 });
    expect(performance.now() - begun).toBeLessThan(MOST_MS);
  });
});
