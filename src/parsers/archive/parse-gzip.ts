import { inflateUpTo } from '../inflate-up-to';
import { ParseError } from '../parse-error';
import type { Parser } from '../parsed-document';
import { MAX_ARCHIVE_BYTES } from './archive-limits';
import { setArchive } from './set-archive';
import { tarFiles } from './tar-files';

/** One file, or a tar archive, in gzip (RFC 1952). */
export const parseGzip: Parser = async (bytes, options, tools) => {
  const { bytes: inflated, end } = await inflateUpTo(bytes, 'gzip', MAX_ARCHIVE_BYTES);
  if (end !== 'whole') {
    const reason = end === 'limit' ? `inflates to more than ${MAX_ARCHIVE_BYTES} bytes` : 'is truncated or damaged';
    throw new ParseError('document-unreadable', `this gzip file ${reason}`);
  }
  const name = options.filename.replace(/^.*[/\\]/, '').replace(/\.t?gz(?:ip)?$/i, '');
  const only = { name: name === '' ? 'file' : name, sizeBytes: inflated.length, read: async () => inflated };
  return setArchive('application/gzip', tarFiles(inflated) ?? [only], options, tools);
};
