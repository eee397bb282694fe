/** Links that need no key: whoever has one may do the one thing it stands for, until it runs out — pure. */
import type { OpenedGrant } from '../../jobs/open-grant';
import type { OpenScope } from '../dialect';
import type { PresignedUrl } from './file-wire';

/** The one open path. The secret goes in the query, which no log tells. */
export const SIGNED_PATH = '/api/v1/files/signed';

export const toPresignedUrl = (
  { token, expiresAt }: OpenedGrant,
  { origin, prefix }: Pick<OpenScope, 'origin' | 'prefix'>,
): PresignedUrl => ({
  url: `${origin}${prefix}${SIGNED_PATH}?token=${token}`,
  expires_at: new Date(expiresAt).toISOString(),
  form_fields: null,
});

/** What leads out of a folder, or shows a name otherwise than it is. */
const MISLEADING = /[/\\\p{Cc}\p{Bidi_Control}]|^\.*$/gu;

/**
 * Names a download, in plain letters for old readers and in full: https://www.rfc-editor.org/rfc/rfc6266#section-4.3. Not every
 * reader looks for paths in it, so there are none.
 */
export function disposition(name: string): string {
  const filename = name.replace(MISLEADING, '_');
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  // A lone half of a character outside of the first plane cannot be spelled.
  const full = encodeURIComponent(filename.toWellFormed()).replace(/['()*]/g, percentOf);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

const percentOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
