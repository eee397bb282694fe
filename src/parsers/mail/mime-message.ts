import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { FileInside } from '../files-inside';
import { ParseError } from '../parse-error';
import { isDecoration } from './decoration';
import { type FoundFile, filesFound, type LeanMessage, leanMessage } from './lean-message';
import { MAX_HEADER_BYTES, MAX_NESTING, type MimeLeaf } from './mime-parts';
import { decodeTransfer } from './transfer-encoding';

/** What a MIME message says and holds. */
export interface MimeMessage {
  readonly mail: Email;
  /** The parts that are files, each decoded when it comes to it: more than one of them is not held. */
  readonly files: Iterable<FileInside>;
}

/** A MIME message. Throws `ParseError`: its parts are too many or nested too deep, its headers or texts too long. */
export async function readMime(given: Uint8Array): Promise<MimeMessage> {
  const bytes = withBlankLine(given);
  const lean = leanMessage(bytes);
  const mail = await parsed(lean);
  const found = mail.attachments.map((attachment) => ({ ...attachment, content: contentOf(attachment) }));
  const leaves = filesFound(lean, found);
  return { mail, files: { [Symbol.iterator]: () => filesOf(found, leaves, bytes) } };
}

async function parsed({ bytes }: LeanMessage): Promise<Email> {
  try {
    // A view would be copied.
    return await PostalMime.parse(bytes.buffer, {
      maxNestingDepth: MAX_NESTING,
      maxHeadersSize: MAX_HEADER_BYTES,
      forceRfc822Attachments: true,
    });
  } catch {
    throw new ParseError('document-unreadable', 'this e-mail is damaged or nested too deep; save it again as .eml');
  }
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

const contentOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/** A part without a name is called by what it is. */
function* filesOf(
  found: readonly (Omit<Attachment, 'content'> & FoundFile)[],
  leaves: readonly (MimeLeaf | null)[],
  message: Uint8Array,
): Generator<FileInside> {
  for (const [index, attachment] of found.entries()) {
    const { content, mimeType, related, disposition, contentId } = attachment;
    const leaf = leaves[index] ?? null;
    const bytes = leaf === null ? content : decodeTransfer(message.subarray(leaf.start, leaf.end), leaf.encoding);
    const isInText = related === true || disposition === 'inline' || contentId !== undefined;
    yield {
      filename: attachment.filename ?? nameless(mimeType, index),
      sizeBytes: bytes.length,
      declaredType: mimeType,
      read: isDecoration(mimeType, bytes, isInText) ? null : () => bytes,
    };
  }
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
