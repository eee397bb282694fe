import type { Line } from '../parsed-document';

/** A line with its links and pictures as Markdown writes them. */
export function lineText({ text, links = [] }: Line): string {
  let written = '';
  let from = 0;
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
