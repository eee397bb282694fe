import { describe, it } from 'vitest';
import { PDF_BOMBS } from '../../../bench/bombs/pdf-bombs.mjs';
import { PICTURE_BOMBS } from '../../../bench/bombs/picture-bombs.mjs';
import { ZIP_BOMBS } from '../../../bench/bombs/zip-bombs.mjs';
import { setOff } from '../../support/set-off';

/** This runtime inflates otherwise than Node, where the other packed ones are tried. */
const PACKED = Object.entries(ZIP_BOMBS).filter(([name]) => name.startsWith('gibibyte'));

describe('a file that would never end is refused, or read in bounds', () => {
  it.each(Object.entries(PDF_BOMBS))('PDF: %s', async (name, make) => setOff(name, make(), 'bomb.pdf'));
  it.each([...PACKED, ...Object.entries(PICTURE_BOMBS)])('%s', async (name, make) => setOff(name, make()));
});
