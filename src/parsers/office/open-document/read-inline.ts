import type { FilledField } from '../blocks';
import { CHECKED, UNCHECKED } from '../check-signs';
import { GrowingText } from '../growing-text';
import { childAt, type Markup, type MarkupNode } from '../markup';
import type { OdfControl } from './form-controls';
import type { OdfStyles } from './styles';

/** What is never shown, or is shown elsewhere. */
const UNREAD = new Set([
  'office:annotation',
  'text:tracked-changes',
  'text:placeholder',
  'text:ruby-text',
  'text:label',
  'svg:title',
  'svg:desc',
]);
/** Spaces that one element may stand for. */
const MAX_SPACES = 1000;

/** Reads what is in one paragraph: what is shown, controls, frames, page breaks and notes. */
export class OdfInlineReader {
  readonly fields: FilledField[] = [];
  /** Frames and shapes anchored here, which hold blocks. */
  readonly frames: Markup[] = [];
  readonly notes: Markup[] = [];
  breaksAfter = false;
  isBold = true;
  readonly #text = new GrowingText();
  readonly #styles: OdfStyles;
  readonly #controls: ReadonlyMap<string, OdfControl>;

  constructor(styles: OdfStyles, controls: ReadonlyMap<string, OdfControl>) {
    this.#styles = styles;
    this.#controls = controls;
  }

  get text(): string {
    return this.#text.since(0);
  }

  read(paragraph: Markup): void {
    this.#children(paragraph, this.#styles.styleOf(paragraph.attributes['text:style-name']).isBold);
  }

  #children(element: Markup, isBold: boolean): void {
    for (const child of element.children) this.#node(child, isBold);
  }

  #node(node: MarkupNode, isBold: boolean): void {
    if (typeof node === 'string') {
      if (!isBold && node.trim() !== '') this.isBold = false;
      this.#show(node.replace(/[ \t\r\n]+/g, ' '));
    } else if (!UNREAD.has(node.name)) this.#element(node, isBold);
  }

  #element(element: Markup, isBold: boolean): void {
    const { name, attributes } = element;
    if (name === 'text:tab') this.#text.add('\t');
    else if (name === 'text:line-break') this.#text.add('\n');
    else if (name === 'text:s')
      this.#text.add(' '.repeat(Math.min(MAX_SPACES, Number(attributes['text:c'] ?? '1') || 1)));
    else if (name === 'text:soft-page-break') this.breaksAfter = true;
    else if (name === 'text:note') this.notes.push(element);
    else if (name === 'text:span') this.#span(element, isBold);
    else if (name === 'loext:content-control') this.#control(element, isBold);
    else if (name === 'text:text-input') this.#filled(element, attributes['text:description'], isBold);
    else if (name === 'text:drop-down') this.#filled(element, attributes['text:name'], isBold);
    else if (name === 'draw:control') this.#drawn(attributes['draw:control'] ?? '');
    else if (name.startsWith('draw:') && name !== 'draw:a') this.frames.push(element);
    else if (attributes['text:is-hidden'] !== 'true') this.#children(element, isBold);
  }

  /** White space runs together, also over the edges of elements. */
  #show(text: string): void {
    this.#text.add(/^[ \t\n]?$/.test(this.#text.last) ? text.replace(/^ /, '') : text);
  }

  #span(span: Markup, isBold: boolean): void {
    const name = span.attributes['text:style-name'];
    const style = this.#styles.styleOf(name);
    if (!style.isHidden) this.#children(span, isBold || style.isBold);
  }

  #control(control: Markup, isBold: boolean): void {
    const { attributes } = control;
    if (attributes['loext:showing-place-holder'] === 'true') return;
    const from = this.#text.length;
    this.#children(control, isBold);
    const name = attributes['loext:alias'] ?? attributes['loext:tag'] ?? '';
    const isBox = attributes['loext:checkbox'] === 'true';
    const isChecked = attributes['loext:checked'] === 'true';
    if (isBox && this.#text.length === from) this.#text.add(isChecked ? CHECKED : UNCHECKED);
    const value = isBox ? String(isChecked) : this.#text.since(from).trim();
    if (name !== '' && value !== '') this.fields.push({ name, value, locator: `content control "${name}"` });
  }

  #filled(element: Markup, name: string | undefined, isBold: boolean): void {
    const from = this.#text.length;
    this.#children(element, isBold);
    const value = this.#text.since(from).trim();
    if (name !== undefined && name !== '' && value !== '') {
      this.fields.push({ name, value, locator: `form field "${name}"` });
    }
  }

  #drawn(id: string): void {
    const control = this.#controls.get(id);
    if (control === undefined) return;
    this.#text.add(control.shown);
    if (control.field !== null) this.fields.push(control.field);
  }
}

/** The blocks of a note are in its body; its mark is beside it. */
export function noteBody(note: Markup): Markup | null {
  return childAt(note, 'text:note-body');
}
