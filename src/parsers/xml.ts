import { DataWeight } from './data-node';
import { declaredXmlText } from './declared-xml-text';
import { finishDocument } from './finish-document';
import type { ParsedDocument, ParseOptions } from './parsed-document';
import { type DataNode, setData } from './set-data';
import { Typesetter } from './typeset';
import { readXmlTree, type XmlElement } from './xml-tree';

/**
 * XML: every leaf and every attribute is a field whose path are the element names from the root, with a 0-based position
 * where siblings repeat, and `@name` for an attribute; the locator is an XPath. Repeated records are also tables.
 */
export async function parseXml(bytes: Uint8Array, options: ParseOptions): Promise<ParsedDocument> {
  const root = readXmlTree(declaredXmlText(bytes));
  const typesetter = new Typesetter(Number.POSITIVE_INFINITY);
  const { fields, tables } = setData(nodeOf(root, [], '', new DataWeight()), typesetter);
  const pages = typesetter.finish();
  return finishDocument({ mediaType: 'application/xml', pages, tables, fields }, options.pages);
}

function nodeOf(
  element: XmlElement,
  path: readonly string[],
  parent: string,
  weight: DataWeight,
  position: number | null = null,
): DataNode {
  const own = position === null ? [...path, element.name] : [...path, element.name, String(position)];
  const locator = `${parent}/${element.name}${position === null ? '' : `[${position + 1}]`}`;
  weight.add(own, locator);
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:') && !name.startsWith('xsi:'))
    .map(([name, value]): DataNode => {
      const path = [...own, `@${name}`];
      const place = `${locator}/@${name}`;
      weight.add(path, place);
      return { name: `@${name}`, path, locator: place, value, children: [], isRecordOfList: false };
    });
  const times = new Map<string, number>();
  for (const child of element.children) times.set(child.name, (times.get(child.name) ?? 0) + 1);
  const seen = new Map<string, number>();
  const children = element.children.map((child) => {
    const at = seen.get(child.name) ?? 0;
    seen.set(child.name, at + 1);
    return nodeOf(child, own, locator, weight, (times.get(child.name) ?? 0) > 1 ? at : null);
  });
  return {
    name: element.name,
    path: own,
    locator,
    value: element.text === '' ? null : element.text,
    children: [...attributes, ...children],
    isRecordOfList: position !== null,
  };
}
