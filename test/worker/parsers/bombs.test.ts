import { describe, it } from 'vitest';
import { PDF_BOMBS } from '../../../bench/bombs/pdf-bombs.mjs';
import { setOff } from '../../support/set-off';

describe('a PDF that would never end', () => {
  it.each(Object.entries(PDF_BOMBS))('is refused, or read in bounds: %s', async (name, make) =>
    setOff(name, make(), 'bomb.pdf'),
  );
});
