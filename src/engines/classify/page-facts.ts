import type { Page, ParsedDocument } from '../../parsers/parsed-document';
import { type View, type ViewLine, viewOf } from '../layout/view';
import { bodySize } from './body-type';
import { prominence, rankOf } from './headings';
import type { Shape } from './kinds/kind';
import { shapesOf } from './page-shape';
import { type PhraseHit, phrasesInLine } from './phrases';
import type { Sight } from './sight';
import { noteWords } from './word-sights';

/** What a page shows of one kind of document. */
export interface KindSights {
  /** The heading that names it most; null: none does. */
  readonly heading: Sight | null;
  /** By phrase. */
  readonly proofs: ReadonlyMap<string, Sight>;
  readonly usual: ReadonlyMap<string, Sight>;
}

/** The little of a page that tells what kind of document it is of. */
export interface PageFacts {
  readonly page: number;
  readonly kinds: ReadonlyMap<string, KindSights>;
  /** Words of the asked categories, by stem. */
  readonly words: ReadonlyMap<string, Sight>;
  readonly shapes: ReadonlyMap<Shape, number>;
}

/** Lines of a page that are looked at: its first ones and, since sums and greetings stand there, its last. */
const FIRST_LINES = 320;
const LAST_LINES = 80;
/** From here on a line may be a heading. */
const MAY_HEAD = 0.3;

/** `stems`: of the categories' own words, the only ones that are kept. */
export function pageFacts(document: ParsedDocument, stems: ReadonlySet<string>): PageFacts[] {
  const view = viewOf(document);
  const byPage = new Map<number, ViewLine[]>();
  for (const line of view.lines) {
    const lines = byPage.get(line.page);
    if (lines === undefined) byPage.set(line.page, [line]);
    else lines.push(line);
  }
  return document.pages.map((page) => factsOf(document, page, view, byPage.get(page.number) ?? [], stems));
}

function factsOf(
  document: ParsedDocument,
  page: Page,
  view: View,
  all: readonly ViewLine[],
  stems: ReadonlySet<string>,
): PageFacts {
  const lines =
    all.length <= FIRST_LINES + LAST_LINES ? all : [...all.slice(0, FIRST_LINES), ...all.slice(-LAST_LINES)];
  const body = bodySize(lines);
  const kinds = new Map<string, MutableSights>();
  const words = new Map<string, Sight>();
  for (const [order, line] of lines.entries()) {
    const rank = rankOf(line, { page, view, body, order });
    const hits = phrasesInLine(line, rank >= MAY_HEAD);
    for (const hit of hits) note(kinds, hit, prominence(line, hit, rank), likeLabel(line, hit));
    noteWords(words, line, stems, rank);
  }
  return { page: page.number, kinds, words, shapes: shapesOf(document, page) };
}

interface MutableSights {
  heading: Sight | null;
  readonly proofs: Map<string, Sight>;
  readonly usual: Map<string, Sight>;
}

/** A single word amid a sentence says less than as a label or a heading: texts of all kinds speak of education and cash. */
const AMID_SENTENCE = 0.5;
/** Words of a line that may be a label with its value. */
const LABELLED_LINE = 6;

const likeLabel = (line: ViewLine, { first, count }: PhraseHit): number =>
  count > 1 || first === 0 || line.tokens.length <= LABELLED_LINE ? 1 : AMID_SENTENCE;

function note(kinds: Map<string, MutableSights>, hit: PhraseHit, heading: number, worth: number): void {
  for (const { kind, tier, weight } of hit.senses) {
    const sights = kinds.get(kind) ?? { heading: null, proofs: new Map(), usual: new Map() };
    kinds.set(kind, sights);
    if (tier === 'name') {
      if (heading * weight > (sights.heading?.weight ?? 0))
        sights.heading = { text: hit.text, weight: heading * weight };
    } else {
      const held = tier === 'proof' ? sights.proofs : sights.usual;
      if (weight * worth > (held.get(hit.key)?.weight ?? 0))
        held.set(hit.key, { text: hit.text, weight: weight * worth });
    }
  }
}
