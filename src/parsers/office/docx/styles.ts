import { attributeAt, childAt, childrenOf, type Markup } from '../markup';

/** What of a style of paragraphs or characters is of use to a reader. */
export interface DocxStyle {
  /** 1-6 for a heading, 0 for body text; null: the style does not say. */
  readonly level: number | null;
  readonly isHidden: boolean | null;
  readonly isBold: boolean | null;
  readonly numbering: { readonly id: string | null; readonly depth: number | null };
}

const PLAIN: DocxStyle = { level: null, isHidden: null, isBold: null, numbering: { id: null, depth: null } };
const MAX_LEVEL = 6;
/** Styles that one may be based on, one upon the other. */
const MAX_ANCESTORS = 20;

/** Styles by their id, with what they inherit. */
export function readStyles(root: Markup | null): ReadonlyMap<string, DocxStyle> {
  const elements = new Map<string, Markup>();
  for (const style of root === null ? [] : childrenOf(root, 'w:style')) {
    const id = style.attributes['w:styleId'];
    if (id !== undefined) elements.set(id, style);
  }
  const inherited = (id: string, ancestors: number): DocxStyle => {
    const style = elements.get(id);
    if (style === undefined || ancestors > MAX_ANCESTORS) return PLAIN;
    const own = ownStyle(style);
    const basedOn = attributeAt(style, ['w:basedOn'], 'w:val');
    if (basedOn === null) return own;
    const base = inherited(basedOn, ancestors + 1);
    return {
      level: own.level ?? base.level,
      isHidden: own.isHidden ?? base.isHidden,
      isBold: own.isBold ?? base.isBold,
      numbering: {
        id: own.numbering.id ?? base.numbering.id,
        depth: own.numbering.depth ?? base.numbering.depth,
      },
    };
  };
  return new Map([...elements.keys()].map((id) => [id, inherited(id, 0)]));
}

function ownStyle(style: Markup): DocxStyle {
  const name = attributeAt(style, ['w:name'], 'w:val') ?? '';
  const heading = /^heading (\d)$/i.exec(name)?.[1];
  const named = /^title$/i.test(name) ? 1 : heading === undefined ? null : Math.min(MAX_LEVEL, Number(heading));
  const paragraph = childAt(style, 'w:pPr');
  return {
    level: named ?? (paragraph === null ? null : outlineLevel(paragraph)),
    isHidden: toggle(style, 'w:vanish'),
    isBold: toggle(style, 'w:b'),
    numbering: paragraph === null ? PLAIN.numbering : numberingOf(paragraph),
  };
}

/** The heading level that paragraph properties state; 0 for body text said to be so. */
export function outlineLevel(properties: Markup): number | null {
  const value = attributeAt(properties, ['w:outlineLvl'], 'w:val');
  if (value === null) return null;
  const level = Number(value) + 1;
  return level >= 1 && level <= 9 ? Math.min(MAX_LEVEL, level) : 0;
}

/** The list that paragraph properties name. */
export function numberingOf(properties: Markup): DocxStyle['numbering'] {
  const depth = attributeAt(properties, ['w:numPr', 'w:ilvl'], 'w:val');
  return { id: attributeAt(properties, ['w:numPr', 'w:numId'], 'w:val'), depth: depth === null ? null : Number(depth) };
}

/** A property that is on where it stands, unless it says otherwise; null: it does not stand there. */
export function toggle(element: Markup, name: string): boolean | null {
  const found = childAt(element, 'w:rPr', name);
  return found === null ? null : isOn(found);
}

export function isOn(element: Markup): boolean {
  return !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? element.attributes['w14:val'] ?? 'true');
}
