import { KINDS } from './kinds/catalogue';
import type { Kind, Shape } from './kinds/kind';
import type { KindSights, PageFacts } from './page-facts';
import type { Sight } from './sight';
import type { Stance } from './stance';

/** Most that each sort of evidence can say for a kind. */
const HEADING = 6;
const PROOFS = 5;
const USUAL = 1.2;
/** Weight of phrases at which two thirds of that are reached. */
const ENOUGH_PROOFS = 3;
const ENOUGH_USUAL = 3;

/** What a shape says for a kind that has it. */
const SHAPES = {
  mail: 4,
  sheet: 4.5,
  web: 2.5,
  slides: 4,
  'structured-invoice': 6,
  grid: 1,
  prose: 1,
  blanks: 2,
  labels: 1.5,
  slip: 1.5,
} as const satisfies Record<Shape, number>;

/** The format of a file says little for a kind that is not one. */
const FORMAT_OF_OTHERS = 1;
const FORMATS: ReadonlySet<Shape> = new Set(['mail', 'sheet', 'web', 'slides']);
const OF_FILES: ReadonlySet<Shape> = new Set([...FORMATS, 'structured-invoice']);

const tells = ({ isFormat }: Kind, shape: Shape): number =>
  FORMATS.has(shape) && isFormat !== true ? FORMAT_OF_OTHERS : SHAPES[shape];

/** Most that its shape says for a kind that is about something, where nothing else does. */
const BY_SHAPE_ALONE = 1;

/** What speaks for a kind, the most telling first in each. */
export interface KindEvidence {
  readonly score: number;
  readonly headings: readonly Seen[];
  readonly proofs: readonly Seen[];
  readonly shapes: readonly Shape[];
}

/** Something read, and the page it stands on. */
export interface Seen extends Sight {
  readonly page: number;
}

/** How much the pages speak for each known kind; one of which nothing was seen is left out. The first page is the face. */
export function kindScores(pages: readonly PageFacts[], stance: Stance): ReadonlyMap<string, KindEvidence> {
  const found = new Map<string, KindEvidence>();
  for (const kind of KINDS) {
    const evidence = evidenceFor(kind, pages, stance);
    if (evidence.score > 0) found.set(kind.id, evidence);
  }
  return found;
}

function evidenceFor(kind: Kind, pages: readonly PageFacts[], stance: Stance): KindEvidence {
  const headings: Seen[] = [];
  const proofs = new Map<string, Seen>();
  const usual = new Map<string, Seen>();
  for (const [order, { page, kinds }] of pages.entries()) {
    const sights = kinds.get(kind.id);
    if (sights === undefined) continue;
    const factor = order === 0 ? 1 : stance.laterPages;
    if (sights.heading !== null) headings.push({ ...sights.heading, weight: sights.heading.weight * factor, page });
    gather(proofs, sights, 'proofs', page, factor);
    gather(usual, sights, 'usual', page, factor);
  }
  headings.sort((a, b) => b.weight - a.weight);
  const shapes = (kind.shapes ?? []).filter((shape) => shareOf(shape, pages) > 0.2);
  const said =
    stance.headings * HEADING * (headings[0]?.weight ?? 0) +
    stance.proofs * PROOFS * filled(sum(proofs), ENOUGH_PROOFS) +
    stance.usual * USUAL * filled(sum(usual), ENOUGH_USUAL);
  const made = (kind.shapes ?? []).reduce(
    (most, shape) => Math.max(most, tells(kind, shape) * shareOf(shape, pages)),
    0,
  );
  const score = said + stance.shapes * (kind.isFormat === true ? made : Math.min(made, BY_SHAPE_ALONE + said));
  return { score, headings, proofs: [...proofs.values()].sort((a, b) => b.weight - a.weight), shapes };
}

function gather(
  into: Map<string, Seen>,
  sights: KindSights,
  tier: 'proofs' | 'usual',
  page: number,
  factor: number,
): void {
  for (const [key, { text, weight }] of sights[tier]) {
    const held = into.get(key);
    if (held === undefined || held.weight < weight * factor) into.set(key, { text, weight: weight * factor, page });
  }
}

/** A file has its format as a whole, whatever is attached to it; of the rest pages have more or less. */
function shareOf(shape: Shape, pages: readonly PageFacts[]): number {
  const shares = pages.map(({ shapes }) => shapes.get(shape) ?? 0);
  if (OF_FILES.has(shape)) return Math.max(0, ...shares);
  return shares.reduce((total, share) => total + share, 0) / Math.max(1, shares.length);
}

const sum = (seen: ReadonlyMap<string, Seen>): number =>
  [...seen.values()].reduce((total, { weight }) => total + weight, 0);

/** 0-1: much for the first of it, ever less for more. */
const filled = (amount: number, enough: number): number => 1 - Math.exp(-amount / enough);
