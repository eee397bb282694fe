import { sniffMediaType, UNKNOWN_MEDIA_TYPE } from '../media-type';
import { ParseError } from '../parse-error';
import type { Attachment, ParsedDocument } from '../parsed-document';
import { parseXml } from '../xml';
import { type EmbeddedFile, embeddedFiles } from './embedded-files';

/** Embedded files of a PDF as attachments; XML (Factur-X, ZUGFeRD, Order-X) is parsed, the rest only listed. */
export async function attachmentsOf(bytes: Uint8Array): Promise<Attachment[]> {
  const files = await embeddedFiles(bytes);
  return Promise.all(files.map(attachmentOf));
}

async function attachmentOf({ filename, content }: EmbeddedFile): Promise<Attachment> {
  const mediaType = sniffMediaType(content, filename) ?? UNKNOWN_MEDIA_TYPE;
  const document = mediaType === 'application/xml' ? await parsed(filename, content) : null;
  return { filename, mediaType, sizeBytes: content.length, document };
}

/** A broken attachment does not make its document unreadable. */
async function parsed(filename: string, content: Uint8Array): Promise<ParsedDocument | null> {
  try {
    return await parseXml(content, { filename, pages: null });
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}
