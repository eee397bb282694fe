import PostalMime, { type Address, type Email } from 'postal-mime';
import { finishDocument } from './finish-document';
import { setHtml } from './html/set-html';
import { ParseError } from './parse-error';
import type { Attachment, Field, Parser, Table } from './parsed-document';
import { Typesetter } from './typeset';

/** Parts inside parts. */
const MAX_NESTING = 50;
/** A body in HTML is preferred where it has these; else the plain text says the same with less noise. */
const STRUCTURE = /<(?:table|dl|ul|ol)[\s>]|itemprop|ld\+json/i;

/** E-mail (RFC 5322): headers as fields, the body as lines and tables, attachments listed with size and media type. */
export const parseEmail: Parser = async (bytes, options) => {
  const mail = await read(withBlankLine(bytes));
  const typesetter = new Typesetter(Number.POSITIVE_INFINITY);
  const fields: Field[] = headersOf(mail).map(([name, value]) => ({
    path: [name],
    value,
    locator: name,
    ...typesetter.labelled(name, value),
  }));
  typesetter.blank();
  const tables: Table[] = [];
  const html = mail.html ?? '';
  const text = mail.text ?? '';
  if (html !== '' && (text.trim() === '' || STRUCTURE.test(html))) {
    const body = setHtml(html, typesetter);
    for (const field of body.fields) fields.push(field);
    for (const table of body.tables) tables.push(table);
  } else {
    for (const row of text.split(/\r\n|\r|\n/)) {
      if (row.trim() === '') typesetter.blank();
      else typesetter.text(row.replace(/\t/g, '    '));
    }
  }
  const attachments = mail.attachments.map((attachment): Attachment => {
    const size = typeof attachment.content === 'string' ? attachment.content.length : attachment.content.byteLength;
    const filename = attachment.filename ?? 'unnamed';
    typesetter.text(`Attachment: ${filename} (${attachment.mimeType}, ${size} bytes)`);
    return { filename, mediaType: attachment.mimeType, sizeBytes: size, document: null };
  });
  const properties = mail.subject === undefined ? {} : { title: mail.subject };
  const pages = typesetter.finish();
  return finishDocument({ mediaType: 'message/rfc822', pages, tables, fields, attachments, properties }, options.pages);
};

async function read(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTING });
  } catch {
    throw new ParseError('document-unreadable', 'this e-mail is damaged or nested too deep; save it again as .eml');
  }
}

function headersOf(mail: Email): [string, string][] {
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
