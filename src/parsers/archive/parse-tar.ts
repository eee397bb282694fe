import { ParseError } from '../parse-error';
import type { Parser } from '../parsed-document';
import { setArchive } from './set-archive';
import { tarFiles } from './tar-files';

/** A tar archive: the files inside, page after page. */
export const parseTar: Parser = async (bytes, options, tools) => {
  const files = tarFiles(bytes);
  if (files === null) throw new ParseError('document-unreadable', 'this tar archive is truncated or damaged');
  return setArchive('application/x-tar', files, options, tools);
};
