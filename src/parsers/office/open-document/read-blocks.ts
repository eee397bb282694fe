import { type Block, PAGE_BREAK, type Paragraph, paragraphOf } from '../blocks';
import { childrenOf, type Markup } from '../markup';
import type { OdfControl } from './form-controls';
import { OdfListCounter } from './list-counter';
import { OdfInlineReader } from './read-inline';
import { CellCount, readOdfTable } from './read-table';
import type { OdfStyles } from './styles';

const MAX_LEVEL = 6;
/** What is never shown, or is shown elsewhere. */
const UNREAD = new Set([
  'text:tracked-changes',
  'office:forms',
  'office:annotation',
  'presentation:notes',
  'text:sequence-decls',
  'svg:title',
  'svg:desc',
]);

interface ListPlace {
  readonly style: string | null;
  readonly depth: number;
  readonly counter: OdfListCounter;
}

/** Reads the blocks of an OpenDocument text, slide, frame or cell, in the order they stand in. */
export class OdfBlockReader {
  /** Notes that were met, in order. */
  readonly notes: Markup[] = [];
  readonly #cells = new CellCount();
  readonly #styles: OdfStyles;
  readonly #controls: ReadonlyMap<string, OdfControl>;
  /** By list style: the list that another may go on with. */
  readonly #counters = new Map<string, OdfListCounter>();

  constructor(styles: OdfStyles, controls: ReadonlyMap<string, OdfControl>) {
    this.#styles = styles;
    this.#controls = controls;
  }

  blocks(container: Markup): Block[] {
    return childrenOf(container).flatMap((child) => this.#block(child));
  }

  #block(element: Markup): Block[] {
    if (UNREAD.has(element.name) || element.attributes['text:display'] === 'none') return [];
    if (element.name === 'text:p' || element.name === 'text:h') return this.#paragraph(element, '', 0);
    if (element.name === 'text:list') return this.#list(element, null);
    if (element.name === 'table:table') return [readOdfTable(element, (cell) => this.blocks(cell), this.#cells)];
    if (element.name === 'text:soft-page-break') return [PAGE_BREAK];
    return this.blocks(element);
  }

  #list(list: Markup, outer: ListPlace | null): Block[] {
    const style = list.attributes['text:style-name'] ?? outer?.style ?? null;
    const place: ListPlace = {
      style,
      depth: outer === null ? 0 : outer.depth + 1,
      counter: outer?.counter ?? this.#counter(list, style),
    };
    return childrenOf(list).flatMap((item) => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return [];
      let marker = item.name === 'text:list-item' ? null : '';
      return childrenOf(item).flatMap((child): Block[] => {
        if (child.name === 'text:list') return this.#list(child, place);
        if (child.name !== 'text:p' && child.name !== 'text:h') return this.#block(child);
        const own = marker ?? place.counter.next(item, style, place.depth);
        marker = '';
        return this.#paragraph(child, own, place.depth);
      });
    });
  }

  #counter(list: Markup, style: string | null): OdfListCounter {
    const goesOn =
      list.attributes['text:continue-numbering'] === 'true' || list.attributes['text:continue-list'] !== undefined;
    const known = this.#counters.get(style ?? '');
    const counter = goesOn && known !== undefined ? known : new OdfListCounter(this.#styles);
    this.#counters.set(style ?? '', counter);
    return counter;
  }

  #paragraph(element: Markup, marker: string, depth: number): Block[] {
    const style = this.#styles.styleOf(element.attributes['text:style-name']);
    if (style.isHidden) return [];
    const inline = new OdfInlineReader(this.#styles, this.#controls);
    inline.read(element);
    this.notes.push(...inline.notes);
    const frames = inline.frames.flatMap((frame) => this.blocks(frame));
    const isOnlyAnchor = inline.text.trim() === '' && (frames.length > 0 || style.breaksBefore);
    return [
      ...(style.breaksBefore ? [PAGE_BREAK] : []),
      ...(isOnlyAnchor ? [] : [this.#shown(element, inline, marker, depth)]),
      ...frames,
      ...(style.breaksAfter || inline.breaksAfter ? [PAGE_BREAK] : []),
    ];
  }

  #shown(element: Markup, inline: OdfInlineReader, marker: string, depth: number): Paragraph {
    const { text, fields, isBold } = inline;
    if (text.trim() === '') return paragraphOf('', { fields });
    const outline = Number(element.attributes['text:outline-level'] ?? '1');
    const level =
      element.name === 'text:h'
        ? Math.min(MAX_LEVEL, Math.max(1, outline || 1))
        : this.#styles.styleOf(element.attributes['text:style-name']).level;
    return paragraphOf(text, { level, bold: isBold, marker, depth: level > 0 ? 0 : depth, fields });
  }
}
