import { allBelow, childAt, childrenOf, type Markup } from '../markup';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Maps places inside a group to places on the slide. */
export type Mapping = (place: Place) => Place;

/** What a shape is a placeholder for; null: for nothing. */
export function placeholderOf(shape: Markup): { readonly type: string; readonly index: string } | null {
  const mark = allBelow(childrenOf(shape)[0] ?? shape, 'p:ph')[0];
  return mark === undefined ? null : { type: mark.attributes.type ?? 'body', index: mark.attributes.idx ?? '' };
}

/** Where a shape says it is, in EMU; null: where its layout puts it. */
export function ownPlace(shape: Markup): Place | null {
  const frame = childAt(shape, 'p:spPr', 'a:xfrm') ?? childAt(shape, 'p:xfrm');
  return frame === null ? null : placeIn(frame, 'a:off', 'a:ext');
}

/** How the places in a group are meant. */
export function groupMapping(group: Markup, outer: Mapping): Mapping {
  const frame = childAt(group, 'p:grpSpPr', 'a:xfrm');
  const own = frame === null ? null : placeIn(frame, 'a:off', 'a:ext');
  const inner = frame === null ? null : placeIn(frame, 'a:chOff', 'a:chExt');
  if (own === null || inner === null || inner.width === 0 || inner.height === 0) return outer;
  const across = own.width / inner.width;
  const down = own.height / inner.height;
  return (place) =>
    outer({
      x: own.x + (place.x - inner.x) * across,
      y: own.y + (place.y - inner.y) * down,
      width: place.width * across,
      height: place.height * down,
    });
}

function placeIn(frame: Markup, offset: string, extent: string): Place | null {
  const from = childAt(frame, offset)?.attributes;
  const size = childAt(frame, extent)?.attributes;
  if (from === undefined || size === undefined) return null;
  const number = (value: string | undefined): number => Number(value) || 0;
  return { x: number(from.x), y: number(from.y), width: number(size.cx), height: number(size.cy) };
}

/** The place of each placeholder of a layout or master, by index and by type. */
export function placesOf(part: Markup | null): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const shape of part === null ? [] : allBelow(part, 'p:sp')) {
    const placeholder = placeholderOf(shape);
    const place = ownPlace(shape);
    if (placeholder === null || place === null) continue;
    if (placeholder.index !== '') places.set(`#${placeholder.index}`, place);
    places.set(placeholder.type, place);
  }
  return places;
}
