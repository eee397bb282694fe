import { describe, expect, it } from 'vitest';
import { checkFolder, FOLDERS, missingFolders, NEEDS_WORKERD } from '../../support/sample-documents';

/** Formats that have a password of their own. */
const ENCRYPTABLE = 'pdf docx docm dotx dotm doc odt ott xlsx xlsm xltx xltm xls xlsb ods ots pptx odp zip'.split(' ');

describe('test/documents', () => {
  it('has a folder for every format that is accepted', () => {
    expect(missingFolders()).toEqual([]);
  });

  it('has a truncated and a lying file in every folder, and an encrypted one where the format has such', () => {
    for (const { extension, bad } of FOLDERS) {
      const wanted = ['truncated', 'lying', ...(ENCRYPTABLE.includes(extension) ? ['encrypted'] : [])];
      const kinds = Object.keys(bad).map((filename) => filename.replace(/[-.].*$/, ''));
      expect(wanted.filter((kind) => !kinds.includes(kind)).map((kind) => `${extension}: ${kind}`)).toEqual([]);
    }
  });

  it.each(FOLDERS.filter(({ extension }) => !NEEDS_WORKERD.includes(extension)).map((one) => [one.extension, one]))(
    'reads %s as it should be read, and says what is wrong with the bad ones',
    async (_, folder) => checkFolder(folder, null),
  );
});
