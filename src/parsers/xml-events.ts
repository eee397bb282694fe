import { Parser } from 'htmlparser2';
import { ParseError } from './parse-error';

/** What is met in XML, in order; names as written. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Character data, entities decoded; one stretch of it may come in several pieces. */
  text(data: string): void;
  close(name: string): void;
}

/** Elements inside elements. */
const MAX_DEPTH = 200;
/** Elements of one document. */
const MAX_ELEMENTS = 500_000;

/** Attributes of one element. */
const MAX_ATTRIBUTES = 1_000;
/** Attributes of all of them, and those of elements that have more than `USUAL_ATTRIBUTES`: each takes ten times the memory. */
const MAX_ALL_ATTRIBUTES = 1_000_000;
const MAX_UNUSUAL_ATTRIBUTES = 200_000;
const USUAL_ATTRIBUTES = 50;

const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/iy;

/**
 * Tells what is in well-formed XML. Only the five predefined entities and character references are decoded: nothing
 * external is read and nothing declared in a DTD expands. Throws `ParseError` for XML that is cut off, wrongly nested,
 * nested too deep, or of more than `maxElements`.
 */
export function walkXml(text: string, events: XmlEvents, maxElements = MAX_ELEMENTS): void {
  const source = withoutDoctype(text);
  const open: string[] = [];
  let elements = 0;
  let attributes = 0;
  let allAttributes = 0;
  let unusual = 0;
  const parser = new Parser(
    {
      onopentagname() {
        attributes = 0;
      },
      onattribute() {
        attributes += 1;
        allAttributes += 1;
        if (attributes > USUAL_ATTRIBUTES) unusual += 1;
        if (attributes > MAX_ATTRIBUTES) throw damaged(`an element with more than ${MAX_ATTRIBUTES} attributes`);
        if (allAttributes > MAX_ALL_ATTRIBUTES) throw damaged(`more than ${MAX_ALL_ATTRIBUTES} attributes`);
        if (unusual > MAX_UNUSUAL_ATTRIBUTES)
          throw damaged(`more than ${MAX_UNUSUAL_ATTRIBUTES} attributes in elements of more than ${USUAL_ATTRIBUTES}`);
      },
      onopentag(name, given) {
        elements += 1;
        if (elements > maxElements) throw damaged(`more than ${maxElements} elements`);
        if (open.length >= MAX_DEPTH) throw damaged(`elements nested deeper than ${MAX_DEPTH}`);
        if (open.length === 0 && elements > 1) throw damaged(`a second root element <${name}>`);
        open.push(name);
        events.open(name, given);
      },
      ontext(data) {
        if (open.length > 0) events.text(data);
        else if (data.trim() !== '' && data.trim() !== '\ufeff') throw damaged('text outside the root element');
      },
      onclosetag(name, implied) {
        // Self-closing counts as implied too; what closes it then ends in a slash.
        const isOpen = implied && source[parser.endIndex - 1] !== '/';
        if (open.pop() !== name || isOpen) throw damaged(`<${name}> is not closed`);
        events.close(name);
      },
    },
    { xmlMode: true, recognizeSelfClosing: true, decodeEntities: true },
  );
  parser.write(source);
  const last = open[open.length - 1];
  if (last !== undefined) throw damaged(`<${last}> is not closed`);
  parser.end();
  if (elements === 0) throw damaged('no root element');
}

/** Without the document type declaration and what it declares; nothing of it is used. Looked for in one place only. */
function withoutDoctype(text: string): string {
  DOCTYPE.lastIndex = Math.max(0, text.search(/<!DOCTYPE/i));
  const found = DOCTYPE.exec(text);
  return found === null ? text : text.slice(0, found.index) + text.slice(found.index + found[0].length);
}

function damaged(reason: string): ParseError {
  return new ParseError('document-unreadable', `this XML is truncated or not well-formed: ${reason}`);
}
