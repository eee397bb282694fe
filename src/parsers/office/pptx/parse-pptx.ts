import type { Parser } from '../../parsed-document';
import type { Block } from '../blocks';
import { allBelow, childAt, type Markup } from '../markup';
import { type OfficePackage, openPackage } from '../office-package';
import { coreProperties, mainPartOf, relationshipsOf } from '../relationships';
import { type Slide, slidesDocument } from '../slides-document';
import { readShapes } from './read-shapes';
import { readTextBody } from './read-text';
import { type Place, placeholderOf, placesOf } from './shape-places';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
/** How things look and move: nothing a reader of text asks for. */
const SKIPPED = new Set([
  'p:timing',
  'p:transition',
  'p:pic',
  'a:rPr',
  'a:endParaRPr',
  'a:lstStyle',
  'p:style',
  'p:bg',
]);
type PlacesOfPart = (
  part: string,
) => Promise<{ readonly places: ReadonlyMap<string, Place>; readonly base: string | null }>;

/** PowerPoint's XML format (ECMA-376): slides in the order they are shown, without hidden ones; notes after each. */
export const parsePptx: Parser = async (bytes, options) => {
  const office = openPackage(bytes, 'this PowerPoint presentation', SKIPPED);
  const main = await mainPartOf(office, 'ppt/presentation.xml');
  const root = await office.require(main);
  const parts = new Map((await relationshipsOf(office, main)).map(({ id, target }) => [id, target]));
  const placesOfPart = rememberedPlaces(office);
  const slides: Slide[] = [];
  for (const entry of allBelow(root, 'p:sldId')) {
    const part = parts.get(entry.attributes['r:id'] ?? '');
    const slide = part === undefined ? null : await readSlide(office, part, placesOfPart);
    if (slide !== null) slides.push(slide);
  }
  return slidesDocument(slides, { mediaType: MEDIA_TYPE, properties: await coreProperties(office) }, options.pages);
};

/** Null for a hidden slide, and for one that is missing. */
async function readSlide(office: OfficePackage, part: string, placesOfPart: PlacesOfPart): Promise<Slide | null> {
  const root = await office.read(part);
  if (root === null || root.attributes.show === '0' || root.attributes.show === 'false') return null;
  const relationships = await relationshipsOf(office, part);
  const targetOf = (type: string): string | null => relationships.find((one) => one.type === type)?.target ?? null;
  const inherited: ReadonlyMap<string, Place>[] = [];
  let base = targetOf('slideLayout');
  while (base !== null && inherited.length < 2) {
    const found: Awaited<ReturnType<PlacesOfPart>> = await placesOfPart(base);
    inherited.push(found.places);
    base = found.base;
  }
  const tree = childAt(root, 'p:cSld', 'p:spTree');
  const notesPart = targetOf('notesSlide');
  const notes = notesPart === null ? null : await office.read(notesPart);
  return { shapes: tree === null ? [] : readShapes(tree, inherited), notes: notes === null ? [] : notesOf(notes) };
}

/** The places of placeholders in layouts and masters, each part read once. */
function rememberedPlaces(office: OfficePackage): PlacesOfPart {
  const known = new Map<string, Awaited<ReturnType<PlacesOfPart>>>();
  return async (part) => {
    const remembered = known.get(part);
    if (remembered !== undefined) return remembered;
    const base = (await relationshipsOf(office, part)).find(({ type }) => type === 'slideMaster')?.target ?? null;
    const found = { places: placesOf(await office.read(part)), base };
    known.set(part, found);
    return found;
  };
}

function notesOf(notes: Markup): Block[] {
  return allBelow(notes, 'p:sp').flatMap((shape) => {
    const body = childAt(shape, 'p:txBody');
    return body !== null && (placeholderOf(shape)?.type ?? 'body') === 'body' ? readTextBody(body, false) : [];
  });
}
