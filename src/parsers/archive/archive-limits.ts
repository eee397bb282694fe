/** Entries of an archive, directories and all. */
export const MAX_ARCHIVE_ENTRIES = 1000;
/** Bytes of one file of an archive when inflated. */
export const MAX_ARCHIVED_FILE_BYTES = 32 * 1024 * 1024;
/** Bytes of all files of an archive when inflated. */
export const MAX_ARCHIVE_BYTES = 64 * 1024 * 1024;
