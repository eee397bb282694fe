import { inflateUpTo } from '../inflate-up-to';
import { ParseError } from '../parse-error';
import type { Parser } from '../parsed-document';
import { MAX_ARCHIVED_FILE_BYTES } from './archive-limits';
import { setArchive } from './set-archive';
import { tarFiles } from './tar-files';

/** A file that shrinks further than this is a bomb; tables of repeated values reach about 100. */
const MAX_INFLATION = 200;
/** Bytes that any file may inflate to. */
const HARMLESS_BYTES = 4 * 1024 * 1024;

/** One file, or a tar archive, in gzip (RFC 1952). */
export const parseGzip: Parser = async (bytes, options, tools) => {
  const most = Math.min(MAX_ARCHIVED_FILE_BYTES, Math.max(HARMLESS_BYTES, MAX_INFLATION * bytes.length));
  const { bytes: inflated, end } = await inflateUpTo(bytes, 'gzip', most);
  if (end === 'limit') throw unreadable(`inflates to more than the ${most} bytes that are read`);
  if (end === 'damaged') throw unreadable('is truncated or damaged');
  const name = options.filename.replace(/^.*[/\\]/, '').replace(/\.t?gz(?:ip)?$/i, '');
  const only = { name: name === '' ? 'file' : name, sizeBytes: inflated.length, read: async () => inflated };
  return setArchive('application/gzip', tarFiles(inflated) ?? [only], options, tools);
};

const unreadable = (reason: string): ParseError => new ParseError('document-unreadable', `this gzip file ${reason}`);
