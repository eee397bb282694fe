import { sniffMediaType, UNKNOWN_MEDIA_TYPE } from '../media-type';
import type { Attachment, ParserTools } from '../parsed-document';
import { type EmbeddedFile, embeddedFiles } from './embedded-files';

/** Embedded files of a PDF as attachments; XML (Factur-X, ZUGFeRD, Order-X) is parsed, the rest only listed. */
export async function attachmentsOf(bytes: Uint8Array, tools: ParserTools): Promise<Attachment[]> {
  const files = await embeddedFiles(bytes);
  return Promise.all(files.map((file) => attachmentOf(file, tools)));
}

async function attachmentOf({ filename, content }: EmbeddedFile, tools: ParserTools): Promise<Attachment> {
  const mediaType = sniffMediaType(content, filename) ?? UNKNOWN_MEDIA_TYPE;
  const document = mediaType === 'application/xml' ? await tools.inside(content, filename) : null;
  return { filename, mediaType, sizeBytes: content.length, document };
}
