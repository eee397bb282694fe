import { squash } from '../values/fold';
import { type AddressBlock, addressBlocks } from './address-blocks';
import { headedBlocks } from './headed-blocks';
import { labelTest } from './label-test';
import { isRegistration, type Letterhead, letterheadOf } from './letterhead';
import type { PartyRole } from './lexicon/party-heads';
import { type PartyBlock, trimmed } from './party-block';
import { sharedWidth } from './span';
import type { View } from './view';

const kept = new WeakMap<View, readonly PartyBlock[]>();

/** Every party's block of the first page: under headings, in letterheads, address windows and footers. Made once. */
export function partyBlocks(view: View): readonly PartyBlock[] {
  const held = kept.get(view);
  if (held !== undefined) return held;
  const headed = headedBlocks(view);
  const found = addressBlocks(view, labelTest(view)).filter((block) => block.name.page === view.firstPage);
  const head = letterheadOf(view);
  const own = found.filter((block) => head !== null && head.address.length > 0 && isOwn(head, block, found, view));
  const stacked = found
    .filter((block) => !block.oneLine && !isPriced(block) && !own.includes(block))
    .filter((block) => !headed.some((other) => block.lines.some((line) => other.lines.includes(line))));
  const standing = stacked.map((block, order) => placed(block, order + own.length, found, headed, view));
  const blocks = [...headed, ...standing, ...top(view, [...headed, ...standing], own.length > 0 ? 0.8 : 0.68)];
  kept.set(view, blocks);
  return blocks;
}

/** A block without a heading: its place on the page and what stands beside tell whose it is. */
function placed(
  block: AddressBlock,
  order: number,
  all: readonly AddressBlock[],
  headed: readonly PartyBlock[],
  view: View,
): PartyBlock {
  const middle = block.name.box.y / view.pageHeight(block.name.page);
  const sender = letterheadOf(view);
  const has = (role: PartyRole): boolean => headed.some((other) => other.role === role);
  let seller = (block.contacts ? 0.55 : 0.3) + (middle > 0.75 ? 0.25 : middle < 0.12 ? 0.12 : 0);
  let buyer = (block.contacts ? 0.25 : 0.42) + (middle > 0.1 && middle < 0.42 ? 0.15 : 0);
  if (
    order === 0 &&
    !block.contacts &&
    (all.filter((other) => !other.oneLine).length > 1 || has('buyer')) &&
    middle < 0.3
  )
    seller += 0.25;
  if (all.some((other) => other.oneLine && isRightAbove(other, block))) {
    buyer += 0.35;
    seller -= 0.3;
  }
  if (sender !== null && isOwn(sender, block, all, view)) {
    seller += 0.25;
    buyer -= 0.3;
  }
  if (has('buyer')) buyer -= 0.3;
  if (has('seller')) seller -= 0.3;
  if (has('seller') && !has('buyer') && middle < 0.2) buyer += 0.3;
  if (order > 0 || (sender !== null && !block.lines.some((line) => sender.name.includes(line)))) buyer += 0.15;
  const [name, ...rest] = block.lines;
  return {
    role: null,
    trust: { seller: Math.min(0.85, seller), buyer: Math.min(0.8, buyer), 'ship-to': 0.15 },
    name: name === undefined ? [] : [name],
    address: trimmed(rest),
    lines: block.lines,
  };
}

/**
 * The first name of a page is whose paper it is where a register's number goes with it, unless a return address says
 * who sends it.
 */
function isOwn(sender: Letterhead, block: AddressBlock, all: readonly AddressBlock[], view: View): boolean {
  if (all.some((other) => other.oneLine)) return false;
  if (!block.lines.some((line) => sender.name.includes(line) || sender.address.includes(line))) return false;
  const [first] = sender.name;
  const near = view.lines.filter(
    (line) =>
      line.page === first.page && line.index > first.index && line.index <= first.index + block.lines.length + 4,
  );
  return /\(\w{0,3}\d{4,}[\w -]*\)?\s*$/u.test(first.text) || near.some((line) => isRegistration(line.text));
}

/** Lines with prices beside them are goods, whatever towns their texts seem to name. */
function isPriced({ lines }: AddressBlock): boolean {
  return lines.some((line) =>
    line.row.lines.some((other) => other !== line && /\d[.,]\d{2}(?![\d.])/.test(other.text)),
  );
}

/** A return address stands right above the address it belongs to the letter of. */
function isRightAbove(upper: AddressBlock, lower: AddressBlock): boolean {
  const drop = lower.name.box.y - upper.name.box.y;
  return drop > 0 && drop < 60 && sharedWidth(upper.name.box, lower.name.box) > 0;
}

/**
 * The name at the head of the page: whose paper it is. Where a heading says who sells, the paper is an order and its
 * head the buyer's. `trust`: in a head with an address.
 */
function top(view: View, others: readonly PartyBlock[], trust: number): PartyBlock[] {
  const head = letterheadOf(view);
  if (head === null) return [];
  const sellers = others.filter((block) => block.role === 'seller');
  if (sellers.length > 0) return ordering(head, sellers, others);
  if (others.some((block) => block.name.includes(head.name[0]) && block.trust.buyer > block.trust.seller + 0.1))
    return [];
  const seller = head.address.length > 0 ? trust : 0.45;
  return [
    {
      role: null,
      trust: { seller, buyer: 0, 'ship-to': 0 },
      name: head.name,
      address: head.address,
      lines: [...head.name, ...head.address],
    },
  ];
}

function ordering(head: Letterhead, sellers: readonly PartyBlock[], others: readonly PartyBlock[]): PartyBlock[] {
  const named = sellers.flatMap((block) => block.name.map((line) => squash(line.text)));
  const isSeller = head.name.some((line) => named.includes(squash(line.text)));
  if (isSeller || head.address.length === 0 || others.some((block) => block.role === 'buyer')) return [];
  return [
    {
      role: null,
      trust: { seller: 0, buyer: 0.7, 'ship-to': 0 },
      name: head.name,
      address: head.address,
      lines: [...head.name, ...head.address],
    },
  ];
}
