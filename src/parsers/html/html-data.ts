import { jsonNode } from '../data-node';
import type { DataNode } from '../set-data';
import { oneLine } from '../typeset-grid';
import { all, descendants, type HtmlElement, type HtmlNode, isRead, textOf } from './html-tree';

/** Scripts of linked data read at most, in characters. */
const MAX_JSON_CHARACTERS = 2_000_000;
/** How many of them are read at most. */
const MAX_SCRIPTS = 1000;

/** JSON-LD blocks as trees of names; broken ones are left out. */
export function linkedData(root: HtmlElement): DataNode[] {
  return all(root, 'script').flatMap((script, number) => {
    if (number >= MAX_SCRIPTS || !/ld\+json/i.test(script.attributes.type ?? '')) return [];
    const text = script.children.filter((child) => typeof child === 'string').join('');
    if (text.length > MAX_JSON_CHARACTERS) return [];
    try {
      const node = jsonNode(decodeStrings(JSON.parse(text.replace(/[\u0000-\u001f]+/g, ' '))), 'json-ld', [], '');
      return node === null ? [] : [{ ...node, locator: `script[${number + 1}]` }];
    } catch {
      return [];
    }
  });
}

/** Publishers put HTML entities into JSON strings. */
function decodeStrings(value: unknown): unknown {
  if (typeof value === 'string') return /&[#\w]+;|<\w/.test(value) ? oneLine(htmlText(value)) : value;
  if (Array.isArray(value)) return value.map(decodeStrings);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, decodeStrings(child)]));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function htmlText(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    });
}

/** Properties inside each other that are no groups. */
const MAX_INSIDE = 8;

/** A named value that the markup states: a `dt`/`dd` pair, microdata, a form control. */
export interface NamedValue {
  readonly path: readonly string[];
  readonly value: string;
  readonly locator: string;
}

/** Values of `itemprop`; those that hold further properties stand for nothing themselves. */
export function microdata(root: HtmlElement): NamedValue[] {
  const values: NamedValue[] = [];
  const walk = (node: HtmlNode, path: readonly string[], inside: number): void => {
    if (typeof node === 'string') return;
    const property = node.attributes.itemprop;
    const own = property === undefined ? path : [...path, property];
    const isGroup = node.attributes.itemscope !== undefined;
    const isValue = property !== undefined && !isGroup;
    if (isValue && inside < MAX_INSIDE) {
      const { content, datetime, href, src } = node.attributes;
      const text = isRead(node) ? oneLine(textOf(node)) : '';
      const value = oneLine(content ?? datetime ?? (text === '' ? (href ?? src ?? '') : text));
      if (value !== '') values.push({ path: own, value, locator: `itemprop ${property}` });
    }
    for (const child of node.children) walk(child, isGroup ? own : path, isValue ? inside + 1 : inside);
  };
  walk(root, [], 0);
  return values;
}

/** What the head says of the page. */
export function headProperties(root: HtmlElement): { properties: Record<string, string>; language: string | null } {
  const properties: Record<string, string> = {};
  for (const element of descendants(root)) {
    if (element.name === 'title' && properties.title === undefined) {
      const title = oneLine(element.children.map((child) => (typeof child === 'string' ? child : '')).join(''));
      if (title !== '') properties.title = title;
    }
    const name = element.attributes.name ?? element.attributes.property;
    const content = element.attributes.content;
    if (
      element.name === 'meta' &&
      name !== undefined &&
      content !== undefined &&
      /^(?:author|description|og:title|og:site_name)$/i.test(name)
    ) {
      properties[name.toLowerCase()] = oneLine(content);
    }
  }
  const declared = all(root, 'html')[0]?.attributes.lang?.slice(0, 2).toLowerCase();
  return { properties, language: declared !== undefined && /^[a-z]{2}$/.test(declared) ? declared : null };
}
