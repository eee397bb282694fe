import type { Email } from 'postal-mime';
import { headersOf, readMime } from './mail/mime-message';
import { setMessage } from './mail/set-message';
import { ParseError } from './parse-error';
import type { Parser } from './parsed-document';

/** E-mail (RFC 5322): headers as fields, the body as lines and tables, and the files attached to it, page after page. */
export const parseEmail: Parser = async (bytes, options, tools) => {
  const { mail, files } = await readMime(bytes);
  refuseEncrypted(mail);
  return setMessage(
    {
      mediaType: 'message/rfc822',
      headers: headersOf(mail),
      subject: mail.subject ?? null,
      html: mail.html ?? '',
      text: mail.text ?? '',
      files,
    },
    options,
    tools,
  );
};

/** S/MIME (RFC 8551) and PGP/MIME (RFC 3156) put the whole message into one part. */
function refuseEncrypted(mail: Email): void {
  const type = mail.headers.find((header) => header.key === 'content-type')?.value ?? '';
  const isSigned = /signed-data|certs-only/i.test(type);
  if (/^\s*multipart\/encrypted/i.test(type) || (/^\s*application\/(?:x-)?pkcs7-mime/i.test(type) && !isSigned)) {
    throw new ParseError('document-unreadable', 'this e-mail is encrypted; decrypt it and save it again as .eml');
  }
}
