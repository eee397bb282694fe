/** What kinds of files are that have no parser, and what to do about it. */
const ADVICE: readonly (readonly [pattern: RegExp, what: string, advice: string])[] = [
  [/^image\//, 'an image', 'images are not read yet; convert it to a PDF with a text layer'],
  [/msword|wordprocessingml|opendocument\.text|rtf|postscript/, 'a text document', 'export it as PDF'],
  [/presentation|powerpoint/, 'a presentation', 'export it as PDF'],
  [/ms-excel|opendocument\.spreadsheet/, 'a spreadsheet of another format', 'save it as .xlsx or .csv'],
  [/ms-outlook/, 'an Outlook message', 'save it as .eml'],
  [/x-ole-encrypted/, 'an encrypted Office file', 'remove the password'],
  [/zip|rar|7z|compressed/, 'an archive', 'unpack it and send the files inside'],
  [/octet-stream/, 'a program or unknown binary data', 'send a PDF, spreadsheet, text, HTML, XML, JSON or .eml file'],
];

/** A message that says what the file is and what would be right instead. */
export function unsupportedMessage(mediaType: string): string {
  const found = ADVICE.find(([pattern]) => pattern.test(mediaType));
  const what = found?.[1] ?? 'of a kind that is not read';
  const advice = found?.[2] ?? 'convert it to PDF, .xlsx, .csv, text, HTML, XML, JSON or .eml';
  return `this file is ${what} (${mediaType}): ${advice}`;
}
