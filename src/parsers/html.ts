import { decodeText } from './decode-text';
import { finishDocument } from './finish-document';
import { setHtml } from './html/set-html';
import { ParseError } from './parse-error';
import type { Parser } from './parsed-document';
import { Typesetter } from './typeset';

/** Characters of one page of the web. */
const MAX_CHARACTERS = 4_000_000;
/** Lines of one page of ours: a longer one can be looked at piece by piece. */
const LINES_PER_PAGE = 2_000;

/** HTML: what a browser would show, its tables, and what it states in `dl`, microdata and JSON-LD as fields. */
export const parseHtml: Parser = async (bytes, options) => {
  const typesetter = new Typesetter(LINES_PER_PAGE);
  const { tables, fields, properties, language } = setHtml(htmlOf(bytes), typesetter);
  const pages = typesetter.finish();
  return finishDocument({ mediaType: 'text/html', pages, tables, fields, properties, language }, options.pages);
};

function htmlOf(bytes: Uint8Array): string {
  const html = decodeHtml(bytes);
  if (html.length <= MAX_CHARACTERS) return html;
  throw new ParseError(
    'document-unreadable',
    `this HTML has ${html.length} characters; at most ${MAX_CHARACTERS} are read: send it in pieces`,
  );
}

function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return decodeText(bytes, /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? null);
}
