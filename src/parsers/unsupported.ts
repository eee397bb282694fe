/** What kinds of files are that have no parser, and what to do about it. */
const ADVICE: readonly (readonly [pattern: RegExp, what: string, advice: string])[] = [
  [/^image\//, 'an image of a kind that is not read', 'convert it to JPEG, PNG or PDF'],
  [/postscript/, 'a print file', 'convert it to PDF'],
  [/msword|wordprocessingml|opendocument\.text|rtf/, 'a text document', 'save it as .docx or PDF'],
  [/presentation|powerpoint/, 'a presentation', 'save it as .pptx or PDF'],
  [/ms-excel|spreadsheet/, 'a spreadsheet of another format', 'save it as .xlsx or .csv'],
  [/x-ole-storage/, 'truncated, or of a program that is not known', 'save it again as .docx, .xlsx, .pptx or PDF'],
  [/x-ole-encrypted/, 'an encrypted Office file', 'remove the password'],
  [/rar|7z|zip|compressed/, 'an archive', 'unpack it and send the files inside, or pack them as .zip'],
  [/octet-stream/, 'a program or unknown binary data', 'send a PDF, an image, an Office file, text, mail or data'],
];

/** What would be right instead of a file of this type. */
export function unsupportedAdvice(mediaType: string): string {
  return adviceFor(mediaType)[2];
}

/** A message that says what the file is and what would be right instead. */
export function unsupportedMessage(mediaType: string): string {
  const [, what, advice] = adviceFor(mediaType);
  return `this file is ${what} (${mediaType}): ${advice}`;
}

function adviceFor(mediaType: string): (typeof ADVICE)[number] {
  return (
    ADVICE.find(([pattern]) => pattern.test(mediaType)) ?? [/^/, 'of a kind that is not read', 'convert it to PDF']
  );
}
