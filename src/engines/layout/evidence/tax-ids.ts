import { findVatIds } from '../../values/identifiers';
import { addressBlocks } from '../address-blocks';
import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import { headedParty } from '../lexicon/party-heads';
import { partyBlocks } from '../party-blocks';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { regionsOf } from '../regions';
import { type Span, spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

const BUYER_CUE =
  /\b(?:your|ihre|votre|vos|uw|su|vostra|customer|client|buyer|kunde\w*|klant|acheteur|nabywc\w*|odb[eě]ratel\w*|vev[oő]|cliente|recipient|bill\w*)\b/iu;
const SELLER_CUE = /\b(?:our|unsere|notre|nos|onze|seller|supplier|verk[aä]ufer|sprzedawc\w*|dodavatel\w*)\b/iu;

interface TaxId {
  readonly value: string;
  readonly span: Span;
  readonly line: ViewLine;
  readonly trust: number;
}

/** Evidence: tax ids by their national shape or label; whose they are by the words and the address beside them. */
export function taxIdReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => question.kind === 'vat-id');
  const [example] = asked;
  if (example === undefined) return [];
  const ids = distinct([...shaped(view), ...labelled(view, asked)]);
  const blocks = addressBlocks(view, () => false).filter((block) => !block.oneLine);
  return asked.flatMap((question) => {
    const wantsBuyer = question.concept?.party === 'buyer';
    return ids.map((id, order) => {
      const side = sideOf(id, view, blocks);
      const alone = ids.length === 1 || order === 0;
      const guess =
        side === 'unknown'
          ? wantsBuyer
            ? alone
              ? 0.2
              : 0.5
            : alone
              ? 0.8
              : 0.55
          : (side === 'buyer') === wantsBuyer
            ? 0.95
            : 0.25;
      return {
        question,
        value: id.value,
        span: id.span,
        score: id.trust * guess * question.certainty,
        source: 'pattern',
        flags: [],
      };
    });
  });
}

function shaped(view: View): TaxId[] {
  return view.lines.flatMap((line) =>
    findVatIds(line.text).map((one) => ({
      value: one.value.replace(/\s/g, ''),
      span: spanOfLine(line.page, line.line, one.start, one.end),
      line,
      trust: 0.95,
    })),
  );
}

function labelled(view: View, asked: readonly Question[]): TaxId[] {
  const labels = findLabels(view, asked);
  return [...labels.values()].flat().flatMap((label) => {
    const hit = label.answers.find((answer) => answer.question.kind === 'vat-id');
    if (hit === undefined) return [];
    return regionsOf(label, labels, view).flatMap((region) =>
      answersIn(hit.question, region.line.text.slice(region.start, region.end), view.locale)
        .slice(0, 1)
        .map((answer) => ({
          value: String(answer.value),
          span: spanOfLine(region.line.page, region.line.line, region.start + answer.start, region.start + answer.end),
          line: label.line,
          trust: hit.weight * region.weight * 0.8,
        })),
    );
  });
}

function distinct(ids: readonly TaxId[]): TaxId[] {
  const seen = new Map<string, TaxId>();
  for (const id of ids) {
    const key = id.value.replace(/[\s.-]/g, '');
    const held = seen.get(key);
    if (held === undefined || held.trust < id.trust) seen.set(key, id);
  }
  return [...seen.values()].filter((id) => id.trust > 0.4);
}

function sideOf(id: TaxId, view: View, blocks: ReturnType<typeof addressBlocks>): 'seller' | 'buyer' | 'unknown' {
  const before =
    id.line.row.lines.length > 4
      ? id.line.text
      : id.line.row.lines
          .filter((line) => line.box.x <= id.line.box.x && id.line.box.x - line.box.x < 260)
          .map((line) => line.text)
          .join(' ');
  if (BUYER_CUE.test(before)) return 'buyer';
  if (SELLER_CUE.test(before)) return 'seller';
  if (id.span.box.y > view.pageHeight(id.span.page) * 0.8) return 'seller';
  const above = blocks.filter((block) => {
    const last = block.lines.at(-1);
    if (last === undefined || last.page !== id.span.page) return false;
    const drop = id.span.box.y - last.box.y;
    return drop > -60 && drop < last.box.height * 7 && Math.abs(last.box.x - id.line.box.x) < 40;
  });
  const heading = above.flatMap((block) => headingOf(block.lines[0], view));
  if (heading.some((text) => BUYER_CUE.test(text))) return 'buyer';
  if (heading.some((text) => SELLER_CUE.test(text))) return 'seller';
  const headed = sideAbove(id, view);
  return headed === 'unknown' ? sideOfBlock(id, view) : headed;
}

/** How much more one party than the other a block must be for what stands under it to be that party's. */
const CLEARLY = 0.15;

/** Whose name and address end right above a tax id, flush with it. */
function sideOfBlock(id: TaxId, view: View): 'seller' | 'buyer' | 'unknown' {
  const block = partyBlocks(view).find(({ lines }) => {
    const last = lines.at(-1);
    if (last === undefined || last.page !== id.line.page) return false;
    const drop = id.line.box.y - last.box.y;
    return lines.includes(id.line) || (drop > 0 && drop < last.box.height * 2.5 && isFlush(last, id.line));
  });
  const lead = block === undefined ? 0 : block.trust.buyer - block.trust.seller;
  if (Math.abs(lead) < CLEARLY) return 'unknown';
  return lead > 0 ? 'buyer' : 'seller';
}

/** Set to the same edge, on the left or on the right. */
function isFlush({ box: a }: ViewLine, { box: b }: ViewLine): boolean {
  return Math.abs(a.x - b.x) < 14 || Math.abs(a.x + a.width - b.x - b.width) < 14;
}

/** Lines above in the same column that may still head a tax id. */
const HEADING_REACH = 9;

/** The nearest line above, flush with this one, that begins with a word for one of the parties. */
function sideAbove(id: TaxId, view: View): 'seller' | 'buyer' | 'unknown' {
  let looked = 0;
  for (let row = id.line.row.index - 1; row >= 0 && looked < HEADING_REACH; row -= 1, looked += 1) {
    for (const line of view.rows[row]?.lines ?? []) {
      if (line.page !== id.line.page || Math.abs(line.box.x - id.line.box.x) > 20) continue;
      const role = headedParty(line.text);
      if (role === 'buyer' || role === 'seller') return role;
    }
  }
  return 'unknown';
}

/** The few lines right above a block, where its label stands. */
function headingOf(first: ViewLine | undefined, view: View): string[] {
  if (first === undefined) return [];
  return view.lines
    .slice(Math.max(0, first.index - 12), first.index)
    .filter(
      (line) =>
        line.page === first.page &&
        first.box.y - line.box.y > 0 &&
        first.box.y - line.box.y < 40 &&
        Math.abs(line.box.x - first.box.x) < 30,
    )
    .map((line) => line.text);
}
