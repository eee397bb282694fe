import type { FilledField } from '../blocks';
import { GrowingText } from '../growing-text';
import { allBelow, childAt, type Markup, textBelow } from '../markup';
import {
  chosenAlternative,
  contentControlField,
  isPlaceholder,
  type LegacyField,
  legacyField,
  legacyValue,
} from './controls';
import { type DocxStyle, toggle } from './styles';
import { symbolText } from './symbols';

/** A field (`w:fldChar`) that has begun and not ended; it may go on over paragraphs. */
export interface OpenField {
  readonly control: LegacyField | null;
  /** Its instructions come before its result. */
  isResult: boolean;
  /** Where in the paragraph's text its result begins. */
  from: number;
}

/** Fields open inside one another; further ones are passed by. */
const MAX_OPEN = 100;

/** What is never shown, or is shown elsewhere. */
const UNREAD = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:sdtPr', 'w:rt']);
/** Elements that stand for one character or none. */
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Reads what is in one paragraph: what is shown, controls, text boxes, page breaks and notes. */
export class InlineReader {
  readonly #text = new GrowingText();
  readonly fields: FilledField[] = [];
  readonly boxes: Markup[] = [];
  /** Ids of footnotes and endnotes, in order. */
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[] = [];
  breaksBefore = false;
  breaksAfter = false;
  /** All that is shown is bold. */
  isBold = true;
  readonly #open: OpenField[];
  readonly #styles: ReadonlyMap<string, DocxStyle>;
  readonly #style: DocxStyle | undefined;

  constructor(open: OpenField[], styles: ReadonlyMap<string, DocxStyle>, style: DocxStyle | undefined) {
    this.#open = open;
    this.#styles = styles;
    this.#style = style;
    for (const field of open) field.from = 0;
  }

  get text(): string {
    return this.#text.since(0);
  }

  read(element: Markup): void {
    for (const child of element.children) {
      if (typeof child !== 'string' && !UNREAD.has(child.name)) this.#element(child);
    }
  }

  #element(element: Markup): void {
    const character = CHARACTERS[element.name];
    if (character !== undefined) this.#show(character);
    else if (element.name === 'w:r') this.#run(element);
    else if (element.name === 'w:t' || element.name === 'm:t') this.#show(textBelow(element));
    else if (element.name === 'w:sym') this.#show(symbolText(element));
    else if (element.name === 'w:br') this.#break(element.attributes['w:type']);
    else if (element.name === 'w:fldChar') this.#field(element);
    else if (element.name === 'w:sdt') this.#control(element);
    else if (element.name === 'w:lastRenderedPageBreak') this.#pageBreak();
    else if (element.name === 'w:footnoteReference') this.#note('footnote', element);
    else if (element.name === 'w:endnoteReference') this.#note('endnote', element);
    else if (element.name === 'mc:AlternateContent') this.#alternatives(element);
    else if (['w:drawing', 'w:pict', 'w:object'].includes(element.name)) {
      this.boxes.push(...allBelow(element, 'w:txbxContent'));
    } else this.read(element);
  }

  #run(run: Markup): void {
    const characterStyle = childAt(run, 'w:rPr', 'w:rStyle')?.attributes['w:val'];
    const style = characterStyle === undefined ? undefined : this.#styles.get(characterStyle);
    const isHidden = toggle(run, 'w:vanish') ?? style?.isHidden ?? this.#style?.isHidden ?? false;
    if (isHidden) return;
    const before = this.#text.filled;
    this.read(run);
    const isBold = toggle(run, 'w:b') ?? style?.isBold ?? this.#style?.isBold ?? false;
    if (!isBold && this.#text.filled > before) this.isBold = false;
  }

  #show(text: string): void {
    if (this.#open.every((field) => field.isResult)) this.#text.add(text);
  }

  #break(type: string | undefined): void {
    if (type === 'page') this.#pageBreak();
    else this.#show('\n');
  }

  #pageBreak(): void {
    if (this.#text.filled === 0) this.breaksBefore = true;
    else this.breaksAfter = true;
  }

  #field(mark: Markup): void {
    const type = mark.attributes['w:fldCharType'];
    const last = this.#open[this.#open.length - 1];
    if (type === 'begin') {
      if (this.#open.length < MAX_OPEN)
        this.#open.push({ control: legacyField(mark), isResult: false, from: this.#text.length });
    } else if (type === 'separate' && last !== undefined) {
      last.isResult = true;
      last.from = this.#text.length;
    } else if (type === 'end' && last !== undefined) {
      this.#open.pop();
      this.#endField(last);
    }
  }

  #endField({ control, from }: OpenField): void {
    if (control === null) return;
    if (control.shown !== null) this.#show(control.shown);
    const field = legacyValue(control, this.#text.since(from));
    if (field !== null) this.fields.push(field);
  }

  #control(control: Markup): void {
    const content = childAt(control, 'w:sdtContent');
    if (content === null || isPlaceholder(control)) return;
    const from = this.#text.length;
    this.read(content);
    const field = contentControlField(control, this.#text.since(from));
    if (field !== null) this.fields.push(field);
  }

  #note(kind: 'footnote' | 'endnote', reference: Markup): void {
    this.notes.push({ kind, id: reference.attributes['w:id'] ?? '' });
  }

  #alternatives(element: Markup): void {
    const chosen = chosenAlternative(element);
    if (chosen !== null) this.read(chosen);
  }
}
