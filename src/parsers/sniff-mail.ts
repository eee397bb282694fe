const KNOWN_HEADER =
  /^(?:from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|content-type|x-[\w-]+|reply-to|cc|dkim-signature|arc-seal): ?\S/i;
const HEADER_LINE = /^[A-Za-z][A-Za-z0-9-]*:/;
/** Header lines looked at. */
const MAX_LINES = 200;

/** What only a message that was sent has. */
const SENT = /^(?:to|cc|received|message-id|delivered-to|return-path):/i;
const WEB_ARCHIVE = /^(?:snapshot-content-location:|content-type:\s*multipart\/related)/i;

const MAIL_NAME = /\.eml$/i;

/**
 * Whether a text is a mail or a web page saved with all its parts (MHTML, RFC 2557), which looks like a mail that nobody
 * sent. Two known headers at least, nothing but headers and their folded lines above the first blank line; where that does
 * not come, the name of the file decides.
 */
export function sniffMail(start: string, filename: string): 'message/rfc822' | 'multipart/related' | null {
  const lines = start.replace(/^>?From [^\n]*\n/, '').split(/\r?\n/, MAX_LINES);
  const end = lines.indexOf('');
  const head = end < 0 ? lines : lines.slice(0, end);
  const isArchive = head.some((line) => WEB_ARCHIVE.test(line)) && !head.some((line) => SENT.test(line));
  if (isArchive && head.every(isHeader)) return 'multipart/related';
  return isMail(head, end >= 0 || MAIL_NAME.test(filename), start) ? 'message/rfc822' : null;
}

const isHeader = (line: string): boolean => /^[ \t]/.test(line) || HEADER_LINE.test(line);

function isMail(head: readonly string[], isClosed: boolean, start: string): boolean {
  let known = 0;
  for (const line of head) {
    if (!isHeader(line)) return known >= 3;
    if (KNOWN_HEADER.test(line)) known += 1;
  }
  return known >= 3 || (known >= 2 && isClosed && /^(?:from|to|subject|date|message-id): /im.test(start));
}
