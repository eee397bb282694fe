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
/** Elements open at a time: the library takes longer for each the more there are. */
const MAX_OPEN = 20_000;
/** Elements of one document; the rest is dropped. */
const MAX_ELEMENTS = 300_000;

/** HTML, however broken, to a tree. Entities are decoded, comments dropped. Throws `ParseError` for more than `MAX_OPEN` elements inside each other. */
export function readHtmlTree(html: string): HtmlElement {
  const root: HtmlElement = { name: '#root', attributes: {}, children: [] };
  const stack: HtmlElement[] = [root];
  let elements = 0;
  let skipped = 0;
  const top = (): HtmlElement => stack[stack.length - 1] ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (stack.length + skipped > MAX_OPEN) throw tooDeep();
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
  parser.end(html);
  return root;
}

function tooDeep(): ParseError {
  return new ParseError(
    'document-unreadable',
    `this HTML has more than ${MAX_OPEN} elements inside each other; close them and send it again`,
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
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* descendants(child);
  }
}

/** Elements of a name below, wherever. */
export function all(element: HtmlElement, name: string): HtmlElement[] {
  return [...descendants(element)].filter((below) => below.name === name);
}
