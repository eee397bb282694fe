/** What a document is called that came from somebody's host — pure. */

/** Characters of the longest name that is made. */
const MAX_NAME = 200;

/** Text formats are told apart by the name, so a name without an ending gets that of what the host says it is. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/yaml': 'yaml',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/tab-separated-values': 'tsv',
  'text/yaml': 'yaml',
};

export interface NamedByHost {
  readonly url: string;
  readonly mediaType: string | null;
  readonly disposition: string | null;
}

/** The name the host gives, else the last part of the path; never a path, never empty. */
export function fileNameOf({ url, mediaType, disposition }: NamedByHost): string {
  const name = safeName(dispositionName(disposition) ?? '') || pathName(url) || 'document';
  const ending = extensionOf(name) === null ? ENDINGS[mediaType ?? ''] : undefined;
  return ending === undefined ? name : `${name}.${ending}`;
}

/** The last part of the path, as a name; empty: there is none. */
export function pathName(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return safeName(decoded(path.slice(path.lastIndexOf('/') + 1)));
}

/** Lower case, without the dot; null: none. */
export const extensionOf = (name: string): string | null =>
  /\.([a-z\d]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? null;

/** https://www.rfc-editor.org/rfc/rfc6266: the spelling with a charset goes first; the plain one may be escaped, as browsers take it. */
export function dispositionName(disposition: string | null): string | null {
  const extended = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition ?? '')?.[1];
  if (extended !== undefined) return decoded(extended);
  const plain = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]+))/i.exec(disposition ?? '');
  const name = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2];
  return name === undefined ? null : decoded(name);
}

/** The last part of what may be a path, without what steers terminals and the direction of writing; the ending stays. */
function safeName(given: string): string {
  const name = given
    .slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd"<>:|?*]/gu, '')
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '');
  if (name.length <= MAX_NAME) return name;
  const ending = extensionOf(name);
  return ending === null ? name.slice(0, MAX_NAME) : `${name.slice(0, MAX_NAME - ending.length - 1)}.${ending}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
