import type { Destination } from './destinations';

/** What stands beside the body and is gathered apart from it. */
export type Side = 'header' | 'footer' | 'note' | 'box';

const SIDES: readonly Side[] = ['header', 'footer', 'note', 'box'];

export function isSide(destination: Destination): destination is Side {
  return SIDES.some((side) => side === destination);
}

/** What holds until the group ends. */
export interface Group {
  destination: Destination;
  /** `\*` was met: what follows is skipped unless it is known. */
  isOptional: boolean;
  isHidden: boolean;
  isBold: boolean;
  codePage: number;
  /** Characters that stand for a Unicode character to readers that do not know it. */
  fallbackCharacters: number;
}

export const DEFAULT_PAGE = 1252;

export const outermostGroup = (): Group => ({
  destination: 'body',
  isOptional: false,
  isHidden: false,
  isBold: false,
  codePage: DEFAULT_PAGE,
  fallbackCharacters: 1,
});
