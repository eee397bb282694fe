/** A file as an archive holds it. */
export interface ArchiveFile {
  /** Folders with slashes, as the archive has it; nothing is ever written under it. */
  readonly name: string;
  /** As declared. */
  readonly sizeBytes: number;
  /** Null: encrypted. Throws `ParseError` for a file that is damaged or inflates to more than is read. */
  readonly read: (() => Promise<Uint8Array>) | null;
}

/** Files that systems leave in archives beside those of people. */
const LEFTOVER = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** The files a person put in, by name, numbers in names by their value; names that climb out of the archive are made plain. */
export function filesOfPeople(files: readonly ArchiveFile[]): ArchiveFile[] {
  return files
    .map((file) => ({ ...file, name: plainName(file.name) }))
    .filter(({ name }) => name !== '' && !name.endsWith('/') && !LEFTOVER.test(name))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

function plainName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part, index, parts) => part !== '..' && part !== '.' && (part !== '' || index === parts.length - 1))
    .join('/')
    .replace(/^[A-Za-z]:\//, '');
}
