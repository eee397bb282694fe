import { describe, it } from 'vitest';
import { MAIL_BOMBS } from '../../../bench/bombs/mail-bombs.mjs';
import { OFFICE_BOMBS } from '../../../bench/bombs/office-bombs.mjs';
import { OLE_BOMBS } from '../../../bench/bombs/ole-bombs.mjs';
import { TEXT_BOMBS } from '../../../bench/bombs/text-bombs.mjs';
import { ZIP_BOMBS } from '../../../bench/bombs/zip-bombs.mjs';
import { setOff } from '../../support/set-off';

describe('a file that unfolds beyond measure is refused, or read in bounds', () => {
  it.each(Object.entries({ ...ZIP_BOMBS, ...TEXT_BOMBS, ...MAIL_BOMBS, ...OLE_BOMBS, ...OFFICE_BOMBS }))(
    '%s',
    async (name, make) => setOff(name, make()),
  );
});
