import { decodeText } from './decode-text';
import { finishDocument } from './finish-document';
import { setHtml } from './html/set-html';
import type { Parser } from './parsed-document';
import { Typesetter } from './typeset';

/** Characters read; the rest of a longer page is not. */
const MAX_CHARACTERS = 10_000_000;

/** HTML: what a browser would show, its tables, and what it states in `dl`, microdata and JSON-LD as fields. */
export const parseHtml: Parser = async (bytes, options) => {
  const typesetter = new Typesetter(Number.POSITIVE_INFINITY);
  const { tables, fields, properties, language } = setHtml(decodeHtml(bytes).slice(0, MAX_CHARACTERS), typesetter);
  const pages = typesetter.finish();
  return finishDocument({ mediaType: 'text/html', pages, tables, fields, properties, language }, options.pages);
};

function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return decodeText(bytes, /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? null);
}
