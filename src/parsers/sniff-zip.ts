import { zipEntries } from './zip-entries';

/** In place of the XML part that the folder `xl/` usually has. */
const BINARY_WORKBOOK = 'xl/workbook.bin';
const XLSB = 'application/vnd.ms-excel.sheet.binary.macroenabled.12';
const OOXML_FOLDERS: readonly (readonly [folder: string, mediaType: string])[] = [
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** OpenDocument and EPUB store their media type as the first entry, uncompressed, named `mimetype`. */
const MIMETYPE_ENTRY = /^mimetype(application\/[a-z0-9.+-]+?)PK$/;

/** Templates, and documents made of others or for the web, are of their family's type. */
const OPEN_DOCUMENT_KIND = /^(application\/vnd\.oasis\.opendocument\.[a-z]+)-(?:template|master|web)$/;

/** Which kind of file a ZIP container is; `application/zip` when it is only that. */
export function sniffZip(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(30, 200));
  const end = head.indexOf('PK');
  const declared = MIMETYPE_ENTRY.exec(head.slice(0, end < 0 ? 0 : end + 2));
  if (declared?.[1] !== undefined) return declared[1].replace(OPEN_DOCUMENT_KIND, '$1');
  const names = zipEntries(bytes)?.map((entry) => entry.name) ?? [];
  const local = new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024));
  // A file that is cut off has lost its directory, and often the list of types with it.
  const marks = names.length > 0 ? ['[Content_Types].xml'] : ['[Content_Types].xml', '_rels/.rels'];
  const isOoxml = marks.some((mark) => names.includes(mark) || local.includes(mark));
  const found = OOXML_FOLDERS.find(
    ([folder]) => names.some((name) => name.startsWith(folder)) || (isOoxml && local.includes(folder)),
  );
  if (isOoxml && (names.includes(BINARY_WORKBOOK) || local.includes(BINARY_WORKBOOK))) return XLSB;
  return found !== undefined && isOoxml ? found[1] : 'application/zip';
}
