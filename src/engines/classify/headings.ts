import type { Page } from '../../parsers/parsed-document';
import { headerOf } from '../layout/mail-header';
import type { View, ViewLine } from '../layout/view';
import { standsOut } from './body-type';
import type { PhraseHit } from './phrases';

/** Words a heading may have. */
const LONGEST_HEADING = 12;
export interface Surroundings {
  readonly page: Page;
  readonly view: View;
  /** Points that the text is set in. */
  readonly body: number;
  /** 0-based position of the line on its page. */
  readonly order: number;
}

/** Lines at the top of a page that may be headings whatever they look like. */
const TOP_LINES = 4;
/** How much a heading counts that only its place tells. */
const BY_PLACE = 0.45;

/** 0-1: how much a line looks like a heading of its page: set apart in print, high up, and short. */
export function rankOf(line: ViewLine, { page, view, body, order }: Surroundings): number {
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
export function prominence(line: ViewLine, hit: PhraseHit, rank: number): number {
  if (rank === 0) return 0;
  const others = line.tokens.filter((_, at) => at < hit.first || at >= hit.first + hit.count);
  const said = others.filter(({ word }) => !/\d/.test(word) && !BESIDE.has(word));
  const share = hit.count / (hit.count + said.length);
  const isLabel = /^[^:]{0,12}:\s*\S/u.test(line.text.slice(line.tokens[hit.first + hit.count - 1]?.end ?? 0));
  const followedByCode = others.some(({ word }) => /\d/.test(word)) && hit.first === 0;
  const first = hit.first === 0 || said.length === 0 ? 1 : 0.8;
  return rank * share * first * (isLabel && !followedByCode ? LABEL : 1);
}
