import type { Page, ParsedDocument } from '../../parsers/parsed-document';
import { headerOf } from '../layout/mail-header';
import { type View, type ViewLine, viewOf } from '../layout/view';
import { bodySize, standsOut } from './body-type';
import type { Shape } from './kinds/kind';
import { stemsOfToken } from './own-words';
import { shapesOf } from './page-shape';
import { type PhraseHit, phrasesInLine } from './phrases';

/** Something read, as printed. */
export interface Sight {
  readonly text: string;
  /** 0-1. */
  readonly weight: number;
}

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
  readonly wordCount: number;
}

/** Lines of a page that are looked at: its first ones and, since sums and greetings stand there, its last. */
const FIRST_LINES = 320;
const LAST_LINES = 80;
/** From here on a line may be a heading. */
const MAY_HEAD = 0.3;
/** Words a heading may have. */
const LONGEST_HEADING = 12;

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
  let wordCount = 0;
  for (const [order, line] of lines.entries()) {
    wordCount += line.tokens.length;
    const rank = rankOf(line, { page, view, body, order });
    const hits = phrasesInLine(line, rank >= MAY_HEAD);
    for (const hit of hits) note(kinds, hit, prominence(line, hit, hits, rank), likeLabel(line, hit));
    noteWords(words, line, stems, rank);
  }
  return { page: page.number, kinds, words, shapes: shapesOf(document, page), wordCount };
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

function noteWords(words: Map<string, Sight>, line: ViewLine, stems: ReadonlySet<string>, rank: number): void {
  if (stems.size === 0) return;
  for (const { word, start, end } of line.tokens) {
    for (const { stem, weight } of stemsSeen(word, stems)) {
      const held = words.get(stem)?.weight ?? 0;
      const seen = weight * (0.5 + 0.5 * rank);
      // Met again it says a little more.
      const now = held === 0 ? seen : Math.min(1, Math.max(held, seen) + 0.05);
      if (held === 0 || now > held) words.set(stem, { text: line.text.slice(start, end), weight: now });
    }
  }
}

/** Letters from which a part of a compound word is taken for a word. */
const SHORTEST_PART = 5;
/** How much a part of a compound word counts: "Fahrzeugflotte" speaks of a Fahrzeug. */
const PART = 0.7;

function stemsSeen(word: string, stems: ReadonlySet<string>): { stem: string; weight: number }[] {
  const whole = stemsOfToken(word).filter((stem) => stems.has(stem));
  if (whole.length > 0 || word.length < SHORTEST_PART + 3) return whole.map((stem) => ({ stem, weight: 1 }));
  for (let length = word.length - 1; length >= SHORTEST_PART; length -= 1) {
    const [start, end] = [word.slice(0, length), stemsOfToken(word.slice(-length))[0] ?? ''];
    if (stems.has(start)) return [{ stem: start, weight: PART }];
    if (stems.has(end)) return [{ stem: end, weight: PART }];
  }
  return [];
}

interface Surroundings {
  readonly page: Page;
  readonly view: View;
  readonly body: number;
  /** 0-based position of the line on its page. */
  readonly order: number;
}

/** Lines at the top of a page that may be headings whatever they look like. */
const TOP_LINES = 4;
/** How much a heading counts that only its place tells. */
const BY_PLACE = 0.45;

/** 0-1: how much a line looks like a heading of its page: set apart in print, high up, and short. */
function rankOf(line: ViewLine, { page, view, body, order }: Surroundings): number {
  if (headerOf(line, view) === 'subject') return 0.7;
  if (line.tokens.length > LONGEST_HEADING) return 0;
  const height = 1 - Math.min(1, line.box.y / page.height);
  const apart = standsOut(line, body);
  const alone = line.row.lines.length === 1 ? 0.1 : 0;
  const byPlace = order < TOP_LINES ? BY_PLACE : order < TOP_LINES * 3 ? BY_PLACE / 2 : 0;
  return Math.min(1, Math.max(byPlace, apart * (0.45 + 0.45 * height)) + alone);
}

/** Words that stand beside the name of a paper in its heading without belonging to it. */
const BESIDE = new Set('number date original copy duplicate page'.split(' '));
/** How much of a heading a label is: "Invoice number: 12" says what a paper is only where it is set large. */
const LABEL = 0.5;

/** 0-1: how much a name of a kind in a line is the heading of its page. */
function prominence(line: ViewLine, hit: PhraseHit, hits: readonly PhraseHit[], rank: number): number {
  if (rank === 0) return 0;
  const others = line.tokens.filter((_, at) => at < hit.first || at >= hit.first + hit.count);
  const said = others.filter(({ word }) => !/\d/.test(word) && !BESIDE.has(word));
  const named = hits.reduce((sum, one) => sum + (one === hit ? one.count : 0), 0);
  const share = named / (named + said.length);
  const isLabel = /^[^:]{0,12}:\s*\S/u.test(line.text.slice(line.tokens[hit.first + hit.count - 1]?.end ?? 0));
  const followedByCode = others.some(({ word }) => /\d/.test(word)) && hit.first === 0;
  const first = hit.first === 0 || said.length === 0 ? 1 : 0.8;
  return rank * share * first * (isLabel && !followedByCode ? LABEL : 1);
}
