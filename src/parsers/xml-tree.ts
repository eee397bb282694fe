import { walkXml } from './xml-events';

/** An element, as written: names keep their prefix and case. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The character data directly inside, entities decoded, trimmed. */
  text: string;
}

/** Well-formed XML to a tree; refuses what `walkXml` refuses. */
export function readXmlTree(text: string): XmlElement {
  const document: XmlElement = { name: '#document', attributes: {}, children: [], text: '' };
  const stack: XmlElement[] = [document];
  const top = (): XmlElement => stack[stack.length - 1] ?? document;
  walkXml(text, {
    open(name, attributes) {
      const element: XmlElement = { name, attributes, children: [], text: '' };
      top().children.push(element);
      stack.push(element);
    },
    text(data) {
      top().text += data;
    },
    close() {
      const element = top();
      stack.pop();
      element.text = element.text.trim();
    },
  });
  return document.children[0] ?? document;
}
