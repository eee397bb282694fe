import { squash } from '../../values/fold';
import { findEmails, findUrls } from '../../values/identifiers';
import { type AddressBlock, addressBlocks, SALUTATION } from '../address-blocks';
import { findLabels } from '../labels';
import { companyIn, hasLegalForm } from '../legal-form';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { type Span, sharedWidth, spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** A name with what speaks for its being the sender's and the receiver's. */
interface Named {
  readonly span: Span;
  seller: number;
  buyer: number;
  readonly source: string;
}

/** Evidence: letterheads, return addresses, address windows and footers for the names of sender and receiver. */
export function partyReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(
    (question) => question.concept?.id === 'seller-name' || question.concept?.id === 'buyer-name',
  );
  if (asked.length === 0) return [];
  const names = partyNames(view);
  return asked.flatMap((question) => {
    const side = question.concept?.party === 'buyer' ? 'buyer' : 'seller';
    const other = side === 'buyer' ? 'seller' : 'buyer';
    return names
      .filter((name) => name[side] > 0.3)
      .map((name) => ({
        question,
        value: name.span.text,
        span: name.span,
        score: Math.min(0.92, name[side] * (name[other] > name[side] ? 0.6 : 1)) * question.certainty,
        source: name.source,
        flags: [],
      }));
  });
}

function partyNames(view: View): Named[] {
  const labels = findLabels(view, []);
  const domains = ownDomains(view);
  const isLabel = (line: ViewLine): boolean => {
    const [first] = labels.get(line) ?? [];
    return (
      /:\s*$/.test(line.text) ||
      (first !== undefined && first.start === 0 && (first.colon || first.end >= line.text.trimEnd().length))
    );
  };
  const blocks = addressBlocks(view, isLabel).filter((block) => block.name.page === view.firstPage);
  const names = [
    ...blocks.map((block) => fromBlock(block, blocks, view)),
    ...companies(view),
    ...letterhead(view),
    ...windows(blocks, view),
  ];
  for (const name of names) if (matchesDomain(name.span.text, domains)) name.seller += 0.25;
  const sender = names.filter((name) => name.seller > 0.6).map((name) => squash(name.span.text));
  for (const name of names) if (sender.includes(squash(name.span.text))) name.buyer *= 0.4;
  return names;
}

function fromBlock(block: AddressBlock, blocks: readonly AddressBlock[], view: View): Named {
  const height = view.pageHeight(block.name.page);
  const middle = block.name.box.y / height;
  if (block.oneLine) return { span: block.name, seller: middle < 0.5 ? 0.82 : 0.7, buyer: 0, source: 'letterhead' };
  let seller = 0.3;
  let buyer = 0.3;
  if (block.contacts) seller += 0.3;
  else buyer += 0.15;
  if (middle > 0.75) seller += 0.25;
  if (middle < 0.12) seller += 0.1;
  if (middle > 0.1 && middle < 0.42) buyer += 0.2;
  const returnLine = blocks.find(
    (other) => other.oneLine && other.name.page === block.name.page && isRightAbove(other, block),
  );
  if (returnLine !== undefined) buyer += 0.35;
  const first = blocks.find((other) => !other.oneLine);
  if (
    first === block &&
    !block.contacts &&
    returnLine === undefined &&
    blocks.filter((other) => !other.oneLine).length > 1
  )
    seller += 0.2;
  if (first !== block && !block.contacts) buyer += 0.1;
  return { span: block.name, seller, buyer, source: 'address' };
}

function isRightAbove(upper: AddressBlock, lower: AddressBlock): boolean {
  const drop = lower.name.box.y - upper.name.box.y;
  return drop > 0 && drop < 60 && sharedWidth(upper.name.box, lower.name.box) > 0;
}

/** The line right under a return address is the first line of the address window, whatever the town looks like. */
function windows(blocks: readonly AddressBlock[], view: View): Named[] {
  return blocks
    .filter((block) => block.oneLine)
    .flatMap((block) => {
      const { page, box } = block.name;
      const under = view.lines
        .filter(
          (line) =>
            line.page === page &&
            line.box.y > box.y + 2 &&
            line.box.y - box.y < 45 &&
            sharedWidth(line.box, block.lines[0]?.box ?? box) > 0,
        )
        .sort((a, b) => a.box.y - b.box.y)
        .find((line) => /\p{L}{2}/u.test(line.text) && !SALUTATION.test(line.text.trim()));
      return under === undefined
        ? []
        : [{ span: spanOfLine(page, under.line, 0, under.text.length), seller: 0, buyer: 0.8, source: 'address' }];
    });
}

/** Lines of the head and foot of the first page that hold a company's legal form. */
function companies(view: View): Named[] {
  const found: Named[] = [];
  for (const line of view.lines) {
    if (line.page > view.firstPage || line.text.length > 200) continue;
    const place = companyIn(line.text);
    if (place === null) continue;
    const middle = line.box.y / view.pageHeight(line.page);
    const seller = middle < 0.15 ? 0.55 : middle > 0.8 ? 0.5 : 0.3;
    found.push({
      span: spanOfLine(line.page, line.line, place.start, place.end),
      seller,
      buyer: 0.25,
      source: 'letterhead',
    });
  }
  return found;
}

/** The largest or topmost print of the first page, where it reads like a name. */
function letterhead(view: View): Named[] {
  const top = view.lines.filter((line) => line.page === view.firstPage).slice(0, 4);
  const largest = Math.max(0, ...top.map((line) => line.line.words[0]?.size ?? 0));
  return top.flatMap((line, order) => {
    const size = line.line.words[0]?.size ?? 0;
    if (/\d|:|@/.test(line.text) || line.text.length > 60 || !/^\p{Lu}/u.test(line.text)) return [];
    const seller =
      0.34 - order * 0.03 + (size >= largest && size > 11 ? 0.08 : 0) + (hasLegalForm(line.text) ? 0.15 : 0);
    return [{ span: spanOfLine(line.page, line.line, 0, line.text.length), seller, buyer: 0, source: 'letterhead' }];
  });
}

function ownDomains(view: View): string[] {
  const text = view.lines.map((line) => line.text).join('\n');
  return [...findEmails(text), ...findUrls(text)].map((one) =>
    squash(one.value.replace(/^.*@|^https?:\/\/|^www\./g, '').replace(/\.[a-z]{2,4}(?:\/.*)?$/i, '')),
  );
}

function matchesDomain(name: string, domains: readonly string[]): boolean {
  const words = name
    .split(/\s+/)
    .map(squash)
    .filter((word) => word.length > 3);
  return (
    words.some((word) => domains.some((domain) => domain.includes(word))) ||
    domains.some((domain) => domain.length > 3 && squash(name).includes(domain))
  );
}
