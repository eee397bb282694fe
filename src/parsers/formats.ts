/**
 * Every format by the extensions of its files: what the bytes are found to be, and how they are read. A media type that
 * has no parser is refused with the advice of `unsupported.ts`; whether it has one, the registry alone says. The table in
 * README.md is made of this one.
 */
export interface Format {
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** What `sniffMediaType` finds; templates and files with macros are of their family's type. */
  readonly mediaType: string;
  /** What is read of it. Of use only where it has a parser. */
  readonly reads: string;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

const PROSE = 'text, headings, lists, tables, notes, filled-in controls';
const SLIDES = 'a page for each slide: text in reading order, tables, notes';
const SHEETS = 'visible sheets: tables, named values, cell addresses';
const DELIMITED = 'any delimiter, lines above and below the table, row and column of each cell';
const MAIL = 'headers as named values, the body, and the files attached, page after page';
const IMAGE = 'text recognition, with word confidences';

export const FORMATS: readonly Format[] = [
  {
    extensions: ['pdf'],
    mediaType: 'application/pdf',
    reads: 'text layer, ruling lines, tables, form values, links, embedded invoices; scanned pages by text recognition',
  },
  {
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
    mediaType: `${OOXML}.wordprocessingml.document`,
    reads: PROSE,
  },
  { extensions: ['doc'], mediaType: 'application/msword', reads: 'text and tables' },
  { extensions: ['odt', 'ott'], mediaType: `${OPEN_DOCUMENT}.text`, reads: PROSE },
  { extensions: ['rtf'], mediaType: 'application/rtf', reads: 'text and tables' },
  { extensions: ['pptx'], mediaType: `${OOXML}.presentationml.presentation`, reads: SLIDES },
  { extensions: ['ppt'], mediaType: 'application/vnd.ms-powerpoint', reads: 'text of the slides' },
  { extensions: ['odp'], mediaType: `${OPEN_DOCUMENT}.presentation`, reads: SLIDES },
  {
    extensions: ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlam'],
    mediaType: `${OOXML}.spreadsheetml.sheet`,
    reads: SHEETS,
  },
  { extensions: ['xlsb'], mediaType: 'application/vnd.ms-excel.sheet.binary.macroenabled.12', reads: SHEETS },
  { extensions: ['xls'], mediaType: 'application/vnd.ms-excel', reads: SHEETS },
  { extensions: ['ods', 'ots'], mediaType: `${OPEN_DOCUMENT}.spreadsheet`, reads: SHEETS },
  {
    extensions: ['csv'],
    mediaType: 'text/csv',
    reads: DELIMITED,
  },
  { extensions: ['tsv'], mediaType: 'text/tab-separated-values', reads: DELIMITED },
  { extensions: ['txt'], mediaType: 'text/plain', reads: 'lines, columns of spaces as tables' },
  {
    extensions: ['md'],
    mediaType: 'text/markdown',
    reads: 'headings, lists, tables, links, front matter as named values',
  },
  {
    extensions: ['html', 'htm'],
    mediaType: 'text/html',
    reads: 'what a browser shows, tables, links, definition lists, microdata, JSON-LD',
  },
  { extensions: ['mhtml'], mediaType: 'multipart/related', reads: 'the page inside, as html' },
  {
    extensions: ['json'],
    mediaType: 'application/json',
    reads: 'every value by its JSON pointer; several documents too',
  },
  { extensions: ['xml'], mediaType: 'application/xml', reads: 'every value by its XPath' },
  {
    extensions: ['yaml', 'yml'],
    mediaType: 'application/yaml',
    reads: 'every value by its JSON pointer; several documents too',
  },
  { extensions: ['svg'], mediaType: 'image/svg+xml', reads: 'text and straight lines where they are drawn' },
  {
    extensions: ['eml'],
    mediaType: 'message/rfc822',
    reads: MAIL,
  },
  { extensions: ['msg'], mediaType: 'application/vnd.ms-outlook', reads: MAIL },
  { extensions: ['png'], mediaType: 'image/png', reads: IMAGE },
  { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', reads: IMAGE },
  { extensions: ['tif', 'tiff'], mediaType: 'image/tiff', reads: `${IMAGE}; all pages` },
  { extensions: ['webp'], mediaType: 'image/webp', reads: IMAGE },
  { extensions: ['gif'], mediaType: 'image/gif', reads: `${IMAGE}; the first picture` },
  { extensions: ['bmp'], mediaType: 'image/bmp', reads: IMAGE },
  { extensions: ['heic', 'heif'], mediaType: 'image/heic', reads: IMAGE },
  { extensions: ['zip'], mediaType: 'application/zip', reads: 'the files inside, page after page' },
  { extensions: ['gz', 'tgz'], mediaType: 'application/gzip', reads: 'the file or the archive inside' },
  { extensions: ['tar'], mediaType: 'application/x-tar', reads: 'the files inside, page after page' },
];
