import { storedZip } from '../../../support/stored-zip';
import { bytesOf } from '../outline';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A ZIP of text files by their names. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return storedZip(Object.entries(files).map(([name, text]): [string, Uint8Array] => [name, bytesOf(text)]));
}

/** The relationships of an OOXML part, by id. */
export function relationships(parts: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  const all = Object.entries(parts).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}
