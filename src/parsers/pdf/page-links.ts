import type { ParsedPage } from '@llamaindex/liteparse-wasm';
import { holdsCenter } from '../page-layout/boxes';
import type { Box, Line, Link } from '../parsed-document';

/** Links of one page looked at; more are an index, whose words say enough. */
const MAX_LINKS = 500;
/** Characters of an address worth keeping. */
const LONGEST_ADDRESS = 2_000;

interface LinkedArea {
  readonly url: string;
  readonly box: Box;
}

/** The areas of a page that link to an address. */
export function linkedAreas(page: ParsedPage): LinkedArea[] {
  const areas = (page.annotations ?? []).flatMap(({ uri, rect, quadpointRects }): LinkedArea[] => {
    if (uri === undefined || uri === '' || uri.length > LONGEST_ADDRESS || /^javascript:/i.test(uri)) return [];
    const boxes = quadpointRects.length > 0 ? quadpointRects : rect === undefined ? [] : [rect];
    return boxes.map((box) => ({ url: uri, box }));
  });
  return areas.slice(0, MAX_LINKS);
}

/** A line with those of its words linked that stand in a linked area. */
export function withLinks(line: Line, areas: readonly LinkedArea[]): Line {
  const near = areas.filter(({ box }) => box.y < line.box.y + line.box.height && box.y + box.height > line.box.y);
  if (near.length === 0) return line;
  const links: Link[] = [];
  let last: LinkedArea | undefined;
  for (const word of line.words) {
    const area = near.find(({ box }) => holdsCenter(box, word.box, 1));
    const open = area === last ? links.at(-1) : undefined;
    if (area !== undefined && open !== undefined) links.splice(-1, 1, { ...open, text: `${open.text} ${word.text}` });
    else if (area !== undefined) links.push({ text: word.text, url: area.url });
    last = area;
  }
  return links.length === 0 ? line : { ...line, links: links.map(withoutStop) };
}

/** What ends the sentence is no part of the link, though it stands with its last word. */
const withoutStop = (link: Link): Link => ({ ...link, text: link.text.replace(/(?<=.)[.,;:!?]+$/, '') });
