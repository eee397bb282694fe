import { allBelow, childAt, childrenOf, type Markup } from '../markup';
import type { Shape } from '../slides-document';
import { readSlideTable, readTextBody } from './read-text';
import { groupMapping, type Mapping, ownPlace, type Place, placeholderOf } from './shape-places';

/** Placeholders that say what the file, the day or the page is called, on every slide alike. */
const FURNITURE = new Set(['dt', 'sldNum', 'sldImg', 'hdr']);
const TITLES = new Set(['title', 'ctrTitle']);
/** Where shapes are that say nothing of their place: below all others. */
const NOWHERE: Place = { x: 0, y: Number.MAX_SAFE_INTEGER, width: 0, height: 0 };

/** The shapes of a slide that hold text or tables; `inherited` are the places of layout and master, nearest first. */
export function readShapes(tree: Markup, inherited: readonly ReadonlyMap<string, Place>[]): Shape[] {
  return shapesIn(tree, inherited, (place) => place);
}

function shapesIn(tree: Markup, inherited: readonly ReadonlyMap<string, Place>[], mapping: Mapping): Shape[] {
  return childrenOf(tree).flatMap((element) => {
    if (element.name === 'p:grpSp') return shapesIn(element, inherited, groupMapping(element, mapping));
    if (element.name === 'p:sp') return textShape(element, inherited, mapping);
    if (element.name === 'p:graphicFrame') return tableShapes(element, mapping);
    if (element.name !== 'mc:AlternateContent') return [];
    const chosen = childrenOf(element)[0];
    return chosen === undefined ? [] : shapesIn(chosen, inherited, mapping);
  });
}

function textShape(element: Markup, inherited: readonly ReadonlyMap<string, Place>[], mapping: Mapping): Shape[] {
  const body = childAt(element, 'p:txBody');
  const placeholder = placeholderOf(element);
  if (body === null || (placeholder !== null && FURNITURE.has(placeholder.type))) return [];
  const isTitle = placeholder !== null && TITLES.has(placeholder.type);
  const bullets = placeholder !== null && (placeholder.type === 'body' || placeholder.type === 'obj');
  const own = ownPlace(element);
  const place = own === null ? (placeholder === null ? NOWHERE : inheritedPlace(placeholder, inherited)) : mapping(own);
  return [{ ...place, isTitle, blocks: readTextBody(body, bullets) }];
}

function inheritedPlace(
  placeholder: { readonly type: string; readonly index: string },
  inherited: readonly ReadonlyMap<string, Place>[],
): Place {
  for (const places of inherited) {
    const found = places.get(`#${placeholder.index}`) ?? places.get(placeholder.type);
    if (found !== undefined) return found;
  }
  return NOWHERE;
}

function tableShapes(frame: Markup, mapping: Mapping): Shape[] {
  const own = ownPlace(frame);
  const place = own === null ? NOWHERE : mapping(own);
  return allBelow(frame, 'a:tbl').map((table) => ({ ...place, isTitle: false, blocks: [readSlideTable(table)] }));
}
