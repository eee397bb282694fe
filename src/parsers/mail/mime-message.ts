import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { FileInside } from '../files-inside';
import { ParseError } from '../parse-error';
import { isDecoration } from './decoration';

/** Parts inside parts. */
const MAX_NESTING = 50;

/** Lines that may begin a part: the library keeps each part, however empty. */
const MAX_BOUNDARIES = 10_000;
const [LINE_FEED, HYPHEN] = [0x0a, 0x2d];

/** Bytes of the headers of one part. */
const MAX_HEADER_BYTES = 512 * 1024;

/** A MIME message. Throws `ParseError`: its parts are too many or nested too deep, its headers too long. */
export async function readMime(bytes: Uint8Array): Promise<Email> {
  if (boundariesOf(bytes) > MAX_BOUNDARIES) {
    const reason = `this e-mail has more than ${MAX_BOUNDARIES} parts; save its text and attachments and send them`;
    throw new ParseError('document-unreadable', reason);
  }
  try {
    return await PostalMime.parse(withBlankLine(bytes), {
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADER_BYTES,
      forceRfc822Attachments: true,
    });
  } catch {
    throw new ParseError('document-unreadable', 'this e-mail is damaged or nested too deep; save it again as .eml');
  }
}

/** Lines that begin with two hyphens, as every boundary between parts does (RFC 2046, 5.1.1). */
function boundariesOf(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if (bytes[at + 1] === HYPHEN && bytes[at + 2] === HYPHEN) count += 1;
  }
  return count;
}

/** The headers a reader is shown, addresses in one spelling. */
export function headersOf(mail: Email): [name: string, value: string][] {
  const found: [string, string | undefined][] = [
    ['From', mail.from === undefined ? undefined : addressText(mail.from)],
    ['To', mail.to?.map(addressText).join(', ')],
    ['Cc', mail.cc?.map(addressText).join(', ')],
    ['Reply-To', mail.replyTo?.map(addressText).join(', ')],
    ['Subject', mail.subject],
    ['Date', mail.headers.find((header) => header.key === 'date')?.value ?? mail.date],
    ['Message-ID', mail.messageId],
  ];
  return found.flatMap(([name, value]) => (value === undefined || value.trim() === '' ? [] : [[name, value.trim()]]));
}

function addressText(address: Address): string {
  if (address.address === undefined) return `${address.name}: ${address.group.map(addressText).join(', ')}`;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

/** The parts that are files; a part without a name is called by what it is. */
export function filesOf(attachments: readonly Attachment[]): FileInside[] {
  return attachments.map((attachment, index) => {
    const { content, mimeType } = attachment;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    const { related, disposition, contentId } = attachment;
    const isInText = related === true || disposition === 'inline' || contentId !== undefined;
    return {
      filename: attachment.filename ?? nameless(mimeType, index),
      bytes,
      declaredType: mimeType,
      isOnlyListed: isDecoration(mimeType, bytes, isInText),
    };
  });
}

const nameless = (mimeType: string, index: number): string =>
  mimeType === 'message/rfc822' ? `message ${index + 1}.eml` : `part ${index + 1}`;

/** Saved mails sometimes lack the blank line between headers and body; without it all of the body is lost. */
function withBlankLine(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 256 * 1024));
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    if (line === '') return bytes;
    if (!/^[!-9;-~]+:|^[ \t]|^>?From /.test(line)) {
      const blank = new TextEncoder().encode('\r\n');
      const whole = new Uint8Array(bytes.length + blank.length);
      whole.set(bytes.subarray(0, at));
      whole.set(blank, at);
      whole.set(bytes.subarray(at), at + blank.length);
      return whole;
    }
    if (end < 0) break;
    at = end + 1;
  }
  return bytes;
}
