import { expect, test } from 'vitest';
import { nextVersion } from '../../../src/jobs/next-version';

interface Note {
  readonly version: number;
  readonly text: string;
}

/** A stored note that others change in the first so many moments between reading and storing. */
function contested(interruptions: number) {
  let stored: Note = { version: 1, text: 'a' };
  let left = interruptions;
  const change = () =>
    nextVersion<Note>(
      async () => stored,
      (note) => ({ ...note, text: `${note.text}b` }),
      async (next) => {
        if (left-- > 0) stored = { version: stored.version + 1, text: `${stored.text}x` };
        if (next.version !== stored.version + 1) return false;
        stored = next;
        return true;
      },
      'The note',
    );
  return { change, stored: () => stored };
}

test('a change is made to what is there when it is stored, however often others come first', async () => {
  for (const interruptions of [0, 1, 4]) {
    const note = contested(interruptions);
    const next = { version: interruptions + 2, text: `a${'x'.repeat(interruptions)}b` };
    expect(await note.change()).toEqual(next);
    expect(note.stored()).toEqual(next);
  }
});

test('a change that others never leave room for is given up', async () => {
  const note = contested(99);
  await expect(note.change()).rejects.toMatchObject({
    code: 'conflict',
    message: 'The note is being changed by others; read it and try again',
  });
});
