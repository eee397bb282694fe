import type { Line, Link } from './parsed-document';

/** How a text is set, and what its format says of it. */
export interface TextStyle {
  readonly bold?: boolean;
  /** Characters from the left margin. */
  readonly indent?: number;
  /** 1-6: it is a heading. */
  readonly heading?: number;
  /** The number that stands for the "-" it begins with. */
  readonly marker?: string;
  /** Links and pictures in the text, in order. */
  readonly links?: readonly Link[];
}

/** What a format says of a line beside its words. */
export type Declared = (line: Line) => Pick<Line, 'heading' | 'marker' | 'links'>;

/** Links looked for in one line behind the last that was found there. */
const MAX_AHEAD = 250;

/** Of the lines that a text is set in, each has the links that stand in it; one cut at the end of a line is none. */
export function declaredOf({ heading, marker, links = [] }: TextStyle): Declared {
  let next = 0;
  let number = marker;
  return ({ text }) => {
    const own: Link[] = [];
    let from = 0;
    for (let index = next; index < Math.min(links.length, next + MAX_AHEAD); index += 1) {
      const link = links[index];
      const at = link === undefined ? -1 : text.indexOf(link.text, from);
      if (link === undefined || at === -1) continue;
      from = at + link.text.length;
      own.push(link);
      next = index + 1;
    }
    const numbered = number === undefined ? {} : { marker: number };
    number = undefined;
    return { ...(heading === undefined ? {} : { heading }), ...numbered, ...(own.length === 0 ? {} : { links: own }) };
  };
}
