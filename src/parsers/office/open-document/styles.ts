import { allBelow, childAt, childrenOf, type Markup } from '../markup';

/** What of an OpenDocument style is of use to a reader. */
export interface OdfStyle {
  readonly breaksBefore: boolean;
  readonly breaksAfter: boolean;
  readonly isHidden: boolean;
  readonly isBold: boolean;
  readonly listStyle: string | null;
  /** 1-6 for a heading, 0 for body text. */
  readonly level: number;
}

/** A level of a list style. */
export interface OdfListLevel {
  /** As `listNumber` takes it; null: a bullet. */
  readonly format: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels' numbers are shown. */
  readonly shownLevels: number;
}

export interface OdfStyles {
  readonly styleOf: (name: string | undefined) => OdfStyle;
  readonly listLevelOf: (listStyle: string | null, depth: number) => OdfListLevel | null;
}

const PLAIN: OdfStyle = {
  breaksBefore: false,
  breaksAfter: false,
  isHidden: false,
  isBold: false,
  listStyle: null,
  level: 0,
};
const MAX_ANCESTORS = 20;
const MAX_LEVEL = 6;
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

/** The styles of all parts that have some, those of later parts before those of earlier ones. */
export function readOdfStyles(parts: readonly (Markup | null)[]): OdfStyles {
  const styles = new Map<string, Markup>();
  const lists = new Map<string, Markup>();
  for (const part of parts) {
    if (part === null) continue;
    for (const style of allBelow(part, 'style:style')) styles.set(style.attributes['style:name'] ?? '', style);
    for (const list of allBelow(part, 'text:list-style')) lists.set(list.attributes['style:name'] ?? '', list);
  }
  const known = new Map<string, OdfStyle>();
  const styleOf = (name: string | undefined, ancestors = 0): OdfStyle => {
    const found = name === undefined ? undefined : styles.get(name);
    if (found === undefined || name === undefined || ancestors > MAX_ANCESTORS) return PLAIN;
    const cached = known.get(name);
    if (cached !== undefined) return cached;
    const style = ownStyle(name, found, styleOf(found.attributes['style:parent-style-name'], ancestors + 1));
    known.set(name, style);
    return style;
  };
  const levels = new Map<string, ReadonlyMap<number, Markup>>();
  const levelsOf = (listStyle: string): ReadonlyMap<number, Markup> => {
    const list = lists.get(listStyle);
    // The first of a number counts.
    const found =
      levels.get(listStyle) ??
      new Map((list === undefined ? [] : childrenOf(list)).toReversed().map((one) => [levelNumber(one), one]));
    levels.set(listStyle, found);
    return found;
  };
  return {
    styleOf: (name) => styleOf(name),
    listLevelOf(listStyle, depth) {
      const level = listStyle === null ? undefined : levelsOf(listStyle).get(depth + 1);
      return level === undefined ? null : listLevel(level);
    },
  };
}

function ownStyle(name: string, style: Markup, base: OdfStyle): OdfStyle {
  const paragraph = childAt(style, 'style:paragraph-properties')?.attributes ?? {};
  const text = childAt(style, 'style:text-properties')?.attributes ?? {};
  const weight = text['fo:font-weight'];
  const display = text['text:display'];
  return {
    // A page of another master begins a new page.
    breaksBefore: paragraph['fo:break-before'] === 'page' || (style.attributes['style:master-page-name'] ?? '') !== '',
    breaksAfter: paragraph['fo:break-after'] === 'page',
    isHidden: display === undefined ? base.isHidden : display === 'none',
    isBold: weight === undefined ? base.isBold : weight === 'bold' || Number(weight) >= 600,
    listStyle: style.attributes['style:list-style-name'] ?? base.listStyle,
    level: levelOf(name, style.attributes['style:default-outline-level']) ?? base.level,
  };
}

function levelOf(name: string, outline: string | undefined): number | null {
  if (name === 'Title') return 1;
  const level = Number(/^Heading_20_(\d+)$/.exec(name)?.[1] ?? outline ?? Number.NaN);
  return Number.isNaN(level) ? null : Math.min(MAX_LEVEL, level);
}

function levelNumber(level: Markup): number {
  return Number(level.attributes['text:level']);
}

function listLevel({ name, attributes }: Markup): OdfListLevel {
  const isNumber = name === 'text:list-level-style-number';
  return {
    format: isNumber ? (FORMATS[attributes['style:num-format'] ?? ''] ?? 'decimal') : null,
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: Number(attributes['text:start-value'] ?? '1'),
    shownLevels: Number(attributes['text:display-levels'] ?? '1'),
  };
}
