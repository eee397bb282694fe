import { ParseError } from '../../parse-error';
import type { Parser } from '../../parsed-document';
import { blocksDocument } from '../blocks-document';
import { RtfReader } from './rtf-reader';
import { byteString, walkRtf } from './tokens';

/** Rich Text Format (1.9.1): headers first, then the body, then text boxes, notes and footers; hidden and deleted text is left out. */
export const parseRtf: Parser = async (bytes, options) => {
  const reader = new RtfReader();
  walkRtf(byteString(bytes), reader);
  if (reader.depth > 0) {
    throw new ParseError('document-unreadable', 'this RTF document is truncated: a group is not closed; save it again');
  }
  const blocks = (['header', 'body', 'box', 'note', 'footer'] as const).flatMap((part) => reader.blocks(part));
  return blocksDocument({ mediaType: 'application/rtf', blocks, properties: reader.properties }, options.pages);
};
