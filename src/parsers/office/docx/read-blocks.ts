import { type Block, PAGE_BREAK, type Paragraph, paragraphOf, textOfBlocks, withField } from '../blocks';
import { attributeAt, childAt, childrenOf, type Markup } from '../markup';
import { chosenAlternative, contentControlField, isPlaceholder } from './controls';
import type { DocxNumbering } from './numbering';
import { InlineReader, type OpenField } from './read-inline';
import { readTable } from './read-table';
import { type DocxStyle, isOn, numberingOf, outlineLevel } from './styles';

/** Elements that only hold others together. */
const CONTAINERS = new Set(['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:sdtContent']);

/** Reads the blocks of a document's parts in the order they stand in: lists are counted, fields go on over paragraphs. */
export class DocxBlockReader {
  /** Ids of the notes that were met, in order. */
  readonly notes: InlineReader['notes'] = [];
  readonly #styles: ReadonlyMap<string, DocxStyle>;
  readonly #numbering: DocxNumbering;
  readonly #openFields: OpenField[] = [];
  /** Whether the section after each one that ends in a paragraph begins on a new page. */
  readonly #sectionBreaks: readonly boolean[];
  #sections = 0;

  constructor(styles: ReadonlyMap<string, DocxStyle>, numbering: DocxNumbering, sectionBreaks: readonly boolean[]) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#sectionBreaks = sectionBreaks;
  }

  blocks(container: Markup): Block[] {
    return childrenOf(container).flatMap((child) => this.#block(child));
  }

  #block(element: Markup): Block[] {
    if (element.name === 'w:p') return this.#paragraph(element);
    if (element.name === 'w:tbl') return [readTable(element, (cell) => this.blocks(cell))];
    if (element.name === 'w:sdt') return this.control(element);
    if (element.name === 'mc:AlternateContent') {
      const chosen = chosenAlternative(element);
      return chosen === null ? [] : this.blocks(chosen);
    }
    return CONTAINERS.has(element.name) ? this.blocks(element) : [];
  }

  /** What is in a content control around whole paragraphs. */
  control(control: Markup): Block[] {
    const content = childAt(control, 'w:sdtContent');
    if (content === null || isPlaceholder(control)) return [];
    const blocks = this.blocks(content);
    const field = contentControlField(control, textOfBlocks(blocks));
    return field === null ? blocks : withField(blocks, field);
  }

  #paragraph(element: Markup): Block[] {
    const properties = childAt(element, 'w:pPr');
    const style = this.#styles.get(attributeAt(element, ['w:pPr', 'w:pStyle'], 'w:val') ?? 'Normal');
    const inline = new InlineReader(this.#openFields, this.#styles, style);
    inline.read(element);
    this.notes.push(...inline.notes);
    const breakBefore = properties === null ? null : childAt(properties, 'w:pageBreakBefore');
    const begins = inline.breaksBefore || (breakBefore !== null && isOn(breakBefore));
    const boxes = inline.boxes.flatMap((box) => this.blocks(box));
    const isOnlyAnchor = inline.text.trim() === '' && (begins || boxes.length > 0);
    const paragraph = this.#shown(inline, properties, style);
    const ends = inline.breaksAfter || (properties !== null && this.#endsPage(properties));
    return [
      ...(begins ? [PAGE_BREAK] : []),
      ...(isOnlyAnchor ? [] : [paragraph]),
      ...boxes,
      ...(ends ? [PAGE_BREAK] : []),
    ];
  }

  #shown(inline: InlineReader, properties: Markup | null, style: DocxStyle | undefined): Paragraph {
    const { text, fields } = inline;
    if (text.trim() === '') return paragraphOf('', { fields });
    const level = (properties === null ? null : outlineLevel(properties)) ?? style?.level ?? 0;
    const own = properties === null ? null : numberingOf(properties);
    const id = own?.id ?? style?.numbering.id ?? null;
    const depth = own?.depth ?? style?.numbering.depth ?? 0;
    const marker = id === null || id === '0' ? '' : this.#numbering.next(id, depth);
    return paragraphOf(text, {
      level,
      bold: inline.isBold,
      marker,
      depth: marker === '' || level > 0 ? 0 : depth,
      fields,
    });
  }

  #endsPage(properties: Markup): boolean {
    if (childAt(properties, 'w:sectPr') === null) return false;
    this.#sections += 1;
    return this.#sectionBreaks[this.#sections - 1] ?? false;
  }
}
