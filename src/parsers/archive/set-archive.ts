import { joinFilesInside, readFileInside } from '../files-inside';
import { finishDocument } from '../finish-document';
import { ParseError } from '../parse-error';
import type { Attachment, ParsedDocument, ParseOptions, ParserTools } from '../parsed-document';
import { type ArchiveFile, filesOfPeople } from './archive-file';

/** Files named in a message. */
const MAX_NAMED = 5;

/**
 * The files of an archive in the order of their names as one document; those that nobody can read are listed, and named in
 * the property `unread`. Throws `ParseError` when that is all of them, with what was wrong with the first.
 */
export async function setArchive(
  mediaType: string,
  held: readonly ArchiveFile[],
  options: ParseOptions,
  tools: ParserTools,
): Promise<ParsedDocument> {
  const files = filesOfPeople(held);
  if (files.length === 0) throw new ParseError('document-unreadable', 'this archive holds no files');
  if (files.every(({ read }) => read === null)) {
    throw new ParseError('document-unreadable', 'this archive is encrypted; unpack it and send the files inside');
  }
  const attachments: Attachment[] = [];
  const reasons: string[] = [];
  for (const { name: filename, sizeBytes, read } of files) {
    const tellWhyNot = (reason: string) => reasons.push(`${filename}: ${reason}`);
    attachments.push(await readFileInside({ filename, sizeBytes, read }, tools, tellWhyNot));
  }
  const unread = attachments.filter(({ document }) => document === null).map(({ filename }) => filename);
  if (unread.length === files.length) {
    const why = reasons[0] ?? someOf(unread);
    const others = reasons.length > 0 && unread.length > 1 ? ` (and ${unread.length - 1} more)` : '';
    throw new ParseError('document-unreadable', `this archive holds nothing that can be read: ${why}${others}`);
  }
  const properties: Record<string, string> = unread.length === 0 ? {} : { unread: someOf(unread) };
  return finishDocument(joinFilesInside({ mediaType, pages: [], properties }, attachments), options.pages);
}

function someOf(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  return `${names.slice(0, MAX_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
