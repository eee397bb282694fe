import type { Parser } from '../parsed-document';
import { openZip } from '../zip-archive';
import type { ArchiveFile } from './archive-file';
import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES, MAX_ARCHIVED_FILE_BYTES } from './archive-limits';
import { setArchive } from './set-archive';

/** A ZIP that is nothing but an archive: the files inside, page after page. */
export const parseZip: Parser = async (bytes, options, tools) => {
  const zip = openZip(bytes, 'this archive', {
    entries: MAX_ARCHIVE_ENTRIES,
    entryBytes: MAX_ARCHIVED_FILE_BYTES,
    totalBytes: MAX_ARCHIVE_BYTES,
  });
  const files = zip.entries.map(
    (entry): ArchiveFile => ({
      name: entry.name,
      sizeBytes: entry.uncompressedBytes,
      read: entry.isEncrypted ? null : () => zip.read(entry),
    }),
  );
  return setArchive('application/zip', files, options, tools);
};
