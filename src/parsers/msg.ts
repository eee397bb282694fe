import { type OutlookMessage, readOutlookMessage } from './mail/outlook-message';
import { setMessage } from './mail/set-message';
import { openCompoundFile } from './ole/compound-file';
import type { CompoundFolder } from './ole/compound-folder';
import { ParseError } from './parse-error';
import type { Attachment, ParsedDocument, ParseOptions, Parser, ParserTools } from './parsed-document';

const MEDIA_TYPE = 'application/vnd.ms-outlook';
/** Messages inside messages. */
const MAX_DEPTH = 3;
/** Recipients and attachments of a message and of those inside it. */
const MAX_PARTS = 5000;

/** An Outlook message (MS-OXMSG): headers as fields, the body as lines and tables, and what is attached to it, page after page. */
export const parseMsg: Parser = async (bytes, options, tools) => {
  const folder = openCompoundFile(bytes);
  if (folder?.stream('__properties_version1.0') == null) {
    throw new ParseError(
      'document-unreadable',
      'this Outlook message is truncated or damaged; save it again as .msg or .eml',
    );
  }
  refuseManyParts(folder);
  return documentOf(folder, 0, options, tools);
};

async function documentOf(
  folder: CompoundFolder,
  depth: number,
  options: ParseOptions,
  tools: ParserTools,
): Promise<ParsedDocument> {
  const message = readOutlookMessage(folder, depth > 0);
  refuseEncrypted(message);
  const inside: Attachment[] = [];
  for (const { name, folder: attached } of depth < MAX_DEPTH ? message.messages : []) {
    const sizeBytes = sizeOf(attached);
    const read = () => documentOf(attached, depth + 1, { filename: name, pages: null }, tools);
    inside.push({ filename: name, mediaType: MEDIA_TYPE, sizeBytes, document: await tools.within(sizeBytes, read) });
  }
  return setMessage({ mediaType: MEDIA_TYPE, ...message, messages: inside }, options, tools);
}

function refuseManyParts(folder: CompoundFolder): void {
  const waiting = [folder];
  let parts = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    parts += next.folders.length;
    if (parts > MAX_PARTS)
      throw new ParseError(
        'document-unreadable',
        `this Outlook message has more than ${MAX_PARTS} recipients and attachments; send the attached files by themselves`,
      );
    for (const inner of next.folders) waiting.push(inner);
  }
}

function refuseEncrypted({ kind }: OutlookMessage): void {
  if (/^IPM\.Note\.(?:SMIME|Secure)$/i.test(kind)) {
    throw new ParseError(
      'document-unreadable',
      'this e-mail is encrypted; decrypt it and save it again as .msg or .eml',
    );
  }
}

const sizeOf = (folder: CompoundFolder): number =>
  folder.streamNames.reduce((sum, name) => sum + (folder.stream(name)?.length ?? 0), 0) +
  folder.folders.reduce((sum, inner) => sum + sizeOf(inner), 0);
