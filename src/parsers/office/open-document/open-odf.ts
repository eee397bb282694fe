import { ParseError } from '../../parse-error';
import { allBelow, childAt, type Markup } from '../markup';
import { type OfficePackage, openPackage } from '../office-package';
import { namedProperties } from '../relationships';

/** How things look: nothing a reader of text asks for. */
const SKIPPED = new Set(['office:font-face-decls', 'style:graphic-properties', 'text:bookmark', 'office:binary-data']);

export interface OdfParts {
  readonly office: OfficePackage;
  readonly content: Markup;
  readonly styles: Markup | null;
  readonly properties: Record<string, string>;
}

/** Opens an OpenDocument file. Throws `ParseError` for one that is damaged or encrypted. */
export async function openOdf(bytes: Uint8Array, what: string): Promise<OdfParts> {
  const office = openPackage(bytes, what, SKIPPED);
  const manifest = await office.read('META-INF/manifest.xml');
  const isEncrypted = manifest !== null && allBelow(manifest, 'manifest:encryption-data').length > 0;
  if (isEncrypted || office.names.includes('encrypted-package')) {
    throw new ParseError('document-unreadable', `${what} is encrypted; remove the password`);
  }
  const content = await office.require('content.xml');
  const styles = await office.read('styles.xml');
  const meta = await office.read('meta.xml');
  const root = meta === null ? null : childAt(meta, 'office:meta');
  return { office, content, styles, properties: root === null ? {} : namedProperties(root, NAMES) };
}

const NAMES: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:subject': 'subject',
  'meta:initial-creator': 'author',
  'meta:creation-date': 'created',
  'dc:date': 'modified',
};
