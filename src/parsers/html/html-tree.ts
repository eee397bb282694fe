import { Parser } from 'htmlparser2';
import { ParseError } from '../parse-error';

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

/** Elements inside elements; what is deeper hangs on the last level. */
const MAX_DEPTH = 250;
/** Elements open at a time. */
const MAX_OPEN = 20_000;
/** Tags times the elements open at each: the library looks through them all for what a tag closes. */
const MAX_LOOKED_THROUGH = 100_000_000;
/** Characters between two looks at how much that is. */
const PIECE_CHARACTERS = 16_384;
/** Elements of one document; the rest is dropped. */
const MAX_ELEMENTS = 300_000;

/** HTML, however broken, to a tree. Entities are decoded, comments dropped. Throws `ParseError` for too many elements inside each other. */
export function readHtmlTree(html: string): HtmlElement {
  const root: HtmlElement = { name: '#root', attributes: {}, children: [] };
  const stack: HtmlElement[] = [root];
  let elements = 0;
  let skipped = 0;
  let deepest = 0;
  let lookedThrough = 0;
  const top = (): HtmlElement => stack[stack.length - 1] ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        deepest = Math.max(deepest, stack.length + skipped);
        if (deepest > MAX_OPEN) throw tooDeep();
        if (elements > MAX_ELEMENTS || stack.length > MAX_DEPTH) {
          skipped += 1;
          return;
        }
        const element: HtmlElement = { name, attributes, children: [] };
        top().children.push(element);
        stack.push(element);
      },
      ontext(text) {
        const children = top().children;
        const last = children[children.length - 1];
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
      onclosetag() {
        if (skipped > 0) skipped -= 1;
        else if (stack.length > 1) stack.pop();
      },
    },
    { decodeEntities: true },
  );
  for (const piece of piecesOf(html)) {
    deepest = stack.length + skipped;
    parser.write(piece);
    lookedThrough += deepest * (piece.split('<').length - 1);
    if (lookedThrough > MAX_LOOKED_THROUGH) throw neverClosed();
  }
  parser.end();
  return root;
}

/** Cut before tags. */
function* piecesOf(html: string): Generator<string> {
  for (let from = 0; from < html.length; ) {
    const tag = html.indexOf('<', from + PIECE_CHARACTERS);
    const to = tag === -1 ? html.length : tag;
    yield html.slice(from, to);
    from = to;
  }
}

function tooDeep(): ParseError {
  return new ParseError(
    'document-unreadable',
    `this HTML has more than ${MAX_OPEN} elements inside each other; close them and send it again`,
  );
}

function neverClosed(): ParseError {
  return new ParseError(
    'document-unreadable',
    'this HTML has hundreds of elements that are never closed, with too many tags inside them; close them and send it again',
  );
}

/** Elements whose content nobody reads. */
const UNREAD = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'iframe',
  'object',
  'canvas',
  'math',
]);

export function isRead(element: HtmlElement): boolean {
  if (UNREAD.has(element.name) || element.attributes.hidden !== undefined) return false;
  return !/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.attributes.style ?? '');
}

/** The text that is read in an element, white space as it comes. */
export function textOf(node: HtmlNode): string {
  if (typeof node === 'string') return node;
  if (!isRead(node)) return '';
  if (node.name === 'br') return '\n';
  if (node.name === 'input' || node.name === 'img') return node.attributes.value ?? node.attributes.alt ?? '';
  return node.children.map(textOf).join(isCell(node) ? ' ' : '');
}

function isCell(element: HtmlElement): boolean {
  return element.name === 'td' || element.name === 'th' || element.name === 'tr' || element.name === 'div';
}

/** All elements below, outermost first. */
export function* descendants(element: HtmlElement): Generator<HtmlElement> {
  const open = [element.children.values()];
  for (let last = open[0]; last !== undefined; last = open[open.length - 1]) {
    const { value: child, done } = last.next();
    if (done === true) open.pop();
    else if (typeof child !== 'string') {
      yield child;
      open.push(child.children.values());
    }
  }
}

/** Elements of a name below, wherever. */
export function all(element: HtmlElement, name: string): HtmlElement[] {
  return [...descendants(element)].filter((below) => below.name === name);
}
