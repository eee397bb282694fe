import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import { characterReaderOf } from '../../support/character-reader';
import { checkFolder, FOLDERS } from '../../support/sample-documents';

describe('test/documents', () => {
  it.each(FOLDERS.map((one) => [one.extension, one]))(
    'reads %s as it should be read, and says what is wrong with the bad ones',
    async (_, folder) => checkFolder(folder, characterReaderOf(env)),
  );
});
