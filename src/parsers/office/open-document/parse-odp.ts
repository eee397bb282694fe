import type { Parser } from '../../parsed-document';
import type { Block } from '../blocks';
import { allBelow, childAt, childrenOf, type Markup } from '../markup';
import { type Shape, type Slide, slidesDocument } from '../slides-document';
import { openOdf } from './open-odf';
import { OdfBlockReader } from './read-blocks';
import { readOdfStyles } from './styles';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.presentation';
/** Placeholders that say what the file, the day or the page is called, on every slide alike. */
const FURNITURE = new Set(['date-time', 'page-number', 'header', 'page', 'handout']);
/** Millimetres. */
const UNITS: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, pc: 25.4 / 6, px: 25.4 / 96 };

/** OpenDocument presentation: slides in their order, without hidden ones; notes after each. */
export const parseOdp: Parser = async (bytes, options) => {
  const { content, styles: shared, properties } = await openOdf(bytes, 'this OpenDocument presentation');
  const body = childAt(content, 'office:body', 'office:presentation') ?? content;
  const reader = new OdfBlockReader(readOdfStyles([shared, content]), new Map());
  const hidden = hiddenPageStyles(content);
  const slides = childrenOf(body, 'draw:page')
    .filter((page) => !hidden.has(page.attributes['draw:style-name'] ?? ''))
    .map((page): Slide => ({ shapes: shapesIn(page, reader), notes: notesOf(page, reader) }));
  return slidesDocument(slides, { mediaType: MEDIA_TYPE, properties }, options.pages);
};

function hiddenPageStyles(content: Markup): Set<string> {
  const styles = allBelow(content, 'style:style').filter(
    (style) => childAt(style, 'style:drawing-page-properties')?.attributes['presentation:visibility'] === 'hidden',
  );
  return new Set(styles.map((style) => style.attributes['style:name'] ?? ''));
}

function shapesIn(container: Markup, reader: OdfBlockReader): Shape[] {
  return childrenOf(container).flatMap((element): Shape[] => {
    if (!element.name.startsWith('draw:')) return [];
    if (element.name === 'draw:g') return shapesIn(element, reader);
    const kind = element.attributes['presentation:class'] ?? '';
    const isEmpty = element.attributes['presentation:placeholder'] === 'true';
    if (FURNITURE.has(kind) || isEmpty) return [];
    const blocks = reader.blocks(element);
    return blocks.length === 0 ? [] : [{ ...placeOf(element), isTitle: kind === 'title', blocks }];
  });
}

function placeOf({ attributes }: Markup): { x: number; y: number; width: number; height: number } {
  return {
    x: millimetres(attributes['svg:x'] ?? attributes['svg:x1']),
    y: millimetres(attributes['svg:y'] ?? attributes['svg:y1']),
    width: millimetres(attributes['svg:width']),
    height: millimetres(attributes['svg:height']),
  };
}

function millimetres(length: string | undefined): number {
  const [, number, unit] = /^(-?[\d.]+)([a-z]+)$/.exec(length ?? '') ?? [];
  return Number(number ?? '0') * (UNITS[unit ?? ''] ?? 1);
}

function notesOf(page: Markup, reader: OdfBlockReader): Block[] {
  return childrenOf(page, 'presentation:notes').flatMap((notes) =>
    shapesIn(notes, reader).flatMap((shape) => shape.blocks),
  );
}
