import type { Line } from '../parsed-document';

/** A line with its number in a list, its links and its pictures as Markdown writes them. */
export function lineText({ text, marker, links = [] }: Line): string {
  let written = marker ?? '';
  let from = marker === undefined ? 0 : 1;
  for (const { text: shown, url, isPicture } of links) {
    const at = text.indexOf(shown, from);
    if (at === -1) continue;
    written += `${text.slice(from, at)}${isPicture === true ? '!' : ''}[${shown}](${url.replace(/[\s()<>]/g, encoded)})`;
    from = at + shown.length;
  }
  return written + text.slice(from);
}

/** What would end the address before its end. */
const encoded = (sign: string): string => (sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign));
