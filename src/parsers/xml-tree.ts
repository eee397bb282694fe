import { Parser } from 'htmlparser2';
import { ParseError } from './parse-error';

/** An element, as written: names keep their prefix and case. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The character data directly inside, entities decoded, trimmed. */
  text: string;
}

/** Elements inside elements. */
const MAX_DEPTH = 200;
/** Elements of one document. */
const MAX_ELEMENTS = 500_000;

/** A document type declaration with what it declares; nothing of it is used. */
const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/i;

/**
 * Well-formed XML to a tree. Only the five predefined entities and character references are decoded: nothing external
 * is read and nothing declared in a DTD expands. Throws `ParseError` for XML that is cut off or wrongly nested.
 */
export function readXmlTree(text: string): XmlElement {
  const source = text.replace(DOCTYPE, '');
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > MAX_ELEMENTS) throw damaged(`more than ${MAX_ELEMENTS} elements`);
        if (stack.length >= MAX_DEPTH) throw damaged(`elements nested deeper than ${MAX_DEPTH}`);
        const element: XmlElement = { name, attributes, children: [], text: '' };
        const parent = stack[stack.length - 1];
        if (parent !== undefined) parent.children.push(element);
        else if (root === null) root = element;
        else throw damaged(`a second root element <${name}>`);
        stack.push(element);
      },
      ontext(data) {
        const current = stack[stack.length - 1];
        if (current !== undefined) current.text += data;
        else if (data.trim() !== '' && data.trim() !== '\ufeff') throw damaged('text outside the root element');
      },
      onclosetag(name, implied) {
        const element = stack.pop();
        // Self-closing counts as implied too; what closes it then ends in a slash.
        const isOpen = implied && source[parser.endIndex - 1] !== '/';
        if (element === undefined || element.name !== name || isOpen) throw damaged(`<${name}> is not closed`);
        element.text = element.text.trim();
      },
    },
    { xmlMode: true, recognizeSelfClosing: true, decodeEntities: true },
  );
  parser.write(source);
  if (stack.length > 0) throw damaged(`<${stack[stack.length - 1]?.name ?? ''}> is not closed`);
  parser.end();
  if (root === null) throw damaged('no root element');
  return root;
}

function damaged(reason: string): ParseError {
  return new ParseError('document-unreadable', `this XML is truncated or not well-formed: ${reason}`);
}
