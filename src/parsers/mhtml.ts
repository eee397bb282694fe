import { finishDocument } from './finish-document';
import { setHtml } from './html/set-html';
import { readMime } from './mail/mime-message';
import { ParseError } from './parse-error';
import type { Parser } from './parsed-document';
import { Typesetter } from './typeset';

/** A web page saved with its parts in one MIME message (RFC 2557): the page, set as HTML; pictures and styles are left out. */
export const parseMhtml: Parser = async (bytes, options) => {
  const {
    mail: { html, text, subject },
  } = await readMime(bytes);
  if (html === undefined && text === undefined) {
    throw new ParseError('document-unreadable', 'this web archive holds no page; save the page again, or as .html');
  }
  const typesetter = new Typesetter(Number.POSITIVE_INFINITY);
  const { tables, fields, properties, language } = setHtml(html ?? `<pre>${text}</pre>`, typesetter);
  const titled = subject === undefined ? properties : { title: subject, ...properties };
  const pages = typesetter.finish();
  return finishDocument(
    { mediaType: 'multipart/related', pages, tables, fields, properties: titled, language },
    options.pages,
  );
};
