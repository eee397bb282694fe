import { describe, it } from 'vitest';
import { ZIP_BOMBS } from '../../../bench/bombs/zip-bombs.mjs';
import { setOff } from '../../support/set-off';

describe('a packed file that unfolds beyond measure', () => {
  it.each(Object.entries(ZIP_BOMBS))('is refused, or read in bounds: %s', async (name, make) => setOff(name, make()));
});
