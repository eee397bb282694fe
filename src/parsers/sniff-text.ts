import { decodeText, isMarkedOrWide } from './decode-text';
import { sniffDelimiter } from './sniff-delimiter';
import { sniffMail } from './sniff-mail';

/** Bytes looked at to tell text from binary and one kind of text from another. */
const SAMPLE_BYTES = 64 * 1024;
/** Share of control characters from which on bytes are not text; valid UTF-8 is text in all likelihood. */
const MAX_CONTROL_SHARE = 0.01;
const MAX_CONTROL_SHARE_UTF8 = 0.3;

const HTML_TAG =
  /<!doctype html|<(?:html|head|body|title|meta|table|tr|td|div|p|span|h[1-6]|ul|ol|dl|article|section|script|style)[\s>/]/i;

/** Elements that HTML may begin with and that hardly mean anything else. */
const HTML_ROOT =
  /^<(?:aside|blockquote|br|button|center|col|colgroup|dd|dt|em|fieldset|figcaption|figure|font|form|frameset|hr|iframe|img|li|nav|noscript|optgroup|select|small|strong|tbody|textarea|tfoot|th|thead)[\s>/]/i;
/** Elements of HTML whose names are words of data as well: HTML by the name of the file alone. */
const HTML_OR_DATA_ROOT =
  /^<(?:a|abbr|address|area|audio|b|base|canvas|caption|cite|code|data|datalist|del|details|dialog|embed|footer|header|hgroup|i|input|ins|kbd|label|legend|link|main|map|mark|menu|meter|object|option|output|param|picture|pre|progress|q|s|samp|search|slot|source|sub|summary|sup|template|time|track|tt|u|var|video)[\s>/]/i;

/** A name with a value, or an element of a list. */
const YAML_LINE = /^[ \t]*(?:-[ \t]|[^\s#,;][^:\n]*:(?:[ \t]|\r?$))/m;

const BY_EXTENSION: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
  text: 'text/plain',
  log: 'text/plain',
  yaml: 'application/yaml',
  yml: 'application/yaml',
};

/** Which kind of text the bytes are; null when they are not text. */
export function sniffText(bytes: Uint8Array, filename: string): string | null {
  const whole = bytes.length <= SAMPLE_BYTES;
  const sample = whole ? bytes : cutAtCharacter(bytes.subarray(0, SAMPLE_BYTES));
  const utf8 = isUtf8(bytes.subarray(0, SAMPLE_BYTES));
  if (!utf8 && !isMarkedOrWide(sample) && isFullOfControls(sample)) return null;
  const text = decodeText(sample);
  if (!isText(text, utf8)) return null;
  const start = text.trimStart();
  if (start.startsWith('<')) {
    const markup = sniffMarkup(start, filename);
    if (markup !== null) return markup;
  }
  if (isJson(start, whole)) return 'application/json';
  const mail = sniffMail(start, filename);
  if (mail !== null) return mail;
  if (/^%YAML \d/.test(start)) return 'application/yaml';
  const hinted = BY_EXTENSION[(/\.([a-z]+)$/i.exec(filename)?.[1] ?? '').toLowerCase()];
  const isTable = hinted === 'text/csv' || hinted === 'text/tab-separated-values';
  const delimiter = sniffDelimiter(text, isTable);
  if (isTable) {
    if (delimiter !== null) return delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv';
    return text.includes('\n') && !text.trim().includes(' ') ? 'text/csv' : 'text/plain';
  }
  if (hinted === 'application/yaml' && YAML_LINE.test(text)) return hinted;
  if (hinted !== undefined && hinted !== 'application/yaml') return hinted;
  if (isMarkdown(text)) return 'text/markdown';
  if (delimiter !== null) return delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv';
  return 'text/plain';
}

/** A cut in the middle of a UTF-8 character would make valid text look invalid. */
function cutAtCharacter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return ((bytes[end - 1] ?? 0) & 0xc0) === 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Control characters are the same bytes in all that is not UTF-16: to guess an encoding takes a thousand times as long. */
function isFullOfControls(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) control += 1;
  return control > bytes.length * MAX_CONTROL_SHARE;
}

function isText(text: string, utf8: boolean): boolean {
  let control = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return false;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) control += 1;
  }
  return control <= text.length * (utf8 ? MAX_CONTROL_SHARE_UTF8 : MAX_CONTROL_SHARE);
}

/** What may stand before the root element. */
const PROLOG = /^(?:\s*(?:<\?[^>]{0,2000}\?>|<!--[\s\S]{0,3000}?-->|<!DOCTYPE[^>[]{0,500}>))*\s*/i;

function sniffMarkup(start: string, filename: string): string | null {
  const head = start.slice(0, 4096);
  const root = head.replace(PROLOG, '');
  if (/^<(?:\w+:)?svg[\s>]/.test(root)) return 'image/svg+xml';
  if (/^<!doctype html|^<html[\s>]/i.test(head)) return 'text/html';
  if (/^<\?xml/i.test(head)) return /<html[\s>]/i.test(head) ? 'text/html' : 'application/xml';
  if (HTML_TAG.test(head) || isHtmlFragment(root, filename)) return 'text/html';
  return /^<(?:[A-Za-z_][\w.:-]*[\s/>]|!DOCTYPE|!--)/.test(head) ? 'application/xml' : null;
}

function isHtmlFragment(root: string, filename: string): boolean {
  if (/^<[^>]{0,2000}\sxmlns[:=]/.test(root) || /\.xml$/i.test(filename)) return false;
  return HTML_ROOT.test(root) || (HTML_OR_DATA_ROOT.test(root) && /\.html?$/i.test(filename));
}

function isJson(start: string, whole: boolean): boolean {
  if (!/^[[{]/.test(start)) return false;
  if (!whole) return /^(?:\{\s*"|\[\s*[[{"\d])/.test(start);
  try {
    JSON.parse(start);
    return true;
  } catch {
    return /^(?:\{\s*"(?:[^"\\]|\\.){0,200}"\s*:|\[\s*\{\s*")/.test(start);
  }
}

function isMarkdown(text: string): boolean {
  const lines = text.split(/\r?\n/);
  if (lines.some((line) => /^\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?$/.test(line.trim()))) return true;
  const headings = lines.filter((line) => /^#{1,6} \S/.test(line)).length;
  const marks = lines.filter((line) =>
    /^\s*(?:[-*+]|\d+\.) \S|\*\*[^*\s][^*]*\*\*|\[[^\][]{1,300}\]\([^()]{1,500}\)|^```/.test(line),
  ).length;
  return headings >= 2 || (headings >= 1 && marks >= 1);
}
