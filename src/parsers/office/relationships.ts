import { childrenOf, type Markup } from './markup';
import type { OfficePackage } from './office-package';

/** Where a part of an OOXML package leads to (ECMA-376 part 2, 9.3). */
export interface Relationship {
  readonly id: string;
  /** The last word of the type: "footnotes", "slideLayout". */
  readonly type: string;
  /** The name of the part. */
  readonly target: string;
}

/** The relationships of a part ("" for the package itself) to other parts; none where there are none. */
export async function relationshipsOf(office: OfficePackage, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const root = await office.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return root === null ? [] : childrenOf(root, 'Relationship').flatMap((one) => relationship(one, part));
}

function relationship({ attributes }: Markup, part: string): Relationship[] {
  const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
  if (id === undefined || type === undefined || target === undefined || mode === 'External') return [];
  return [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(part, target) }];
}

function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The part that the package is about, wherever its producer put it. */
export async function mainPartOf(office: OfficePackage, usual: string): Promise<string> {
  const found = (await relationshipsOf(office, '')).find(({ type }) => type === 'officeDocument');
  return found?.target ?? usual;
}

/** Title, author and dates of an OOXML package. */
export async function coreProperties(office: OfficePackage): Promise<Record<string, string>> {
  const found = (await relationshipsOf(office, '')).find(({ type }) => type === 'core-properties');
  const root = await office.read(found?.target ?? 'docProps/core.xml');
  return root === null ? {} : namedProperties(root, CORE_NAMES);
}

const CORE_NAMES: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:subject': 'subject',
  'dc:creator': 'author',
  'dcterms:created': 'created',
  'dcterms:modified': 'modified',
};

/** The texts of child elements that a table has names for. */
export function namedProperties(root: Markup, names: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const child of childrenOf(root)) {
    const name = names[child.name];
    const value = child.children
      .filter((node) => typeof node === 'string')
      .join('')
      .trim();
    if (name !== undefined && value !== '') found[name] = value;
  }
  return found;
}
