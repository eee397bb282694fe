import { squash } from '../values/fold';
import { type AddressBlock, addressBlocks, SALUTATION } from './address-blocks';
import { findLabels } from './labels';
import { isRegistration, type Letterhead, letterheadOf } from './letterhead';
import { headedParty, type PartyRole } from './lexicon/party-heads';
import { findTown, isCountry, isStreet } from './postal';
import { sharedWidth } from './span';
import type { View, ViewLine } from './view';

/** The part of a page that is about one party: who it is, where it lives. */
export interface PartyBlock {
  /** What its heading says; null: it has none. */
  readonly role: PartyRole | null;
  /** 0-1 for each role: what heading, place and neighbours say. */
  readonly trust: Readonly<Record<PartyRole, number>>;
  /** The lines of its name; none for an address alone. */
  readonly name: readonly ViewLine[];
  readonly address: readonly ViewLine[];
  /** All its lines, with those for phone, e-mail and tax ids. */
  readonly lines: readonly ViewLine[];
}

const kept = new WeakMap<View, readonly PartyBlock[]>();

/** Every party's block of the first page: under headings, in letterheads, address windows and footers. Made once. */
export function partyBlocks(view: View): readonly PartyBlock[] {
  const held = kept.get(view);
  if (held !== undefined) return held;
  const headed = received(
    view.lines.filter((line) => line.page === view.firstPage).flatMap((line) => headedBlock(view, line)),
  );
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

const tests = new WeakMap<View, (line: ViewLine) => boolean>();

/** True for lines that are a label and nothing else, or end as one. */
export function labelTest(view: View): (line: ViewLine) => boolean {
  const held = tests.get(view);
  if (held !== undefined) return held;
  const labels = findLabels(view, []);
  const test = (line: ViewLine): boolean => {
    const [first] = labels.get(line) ?? [];
    return (
      /:\s*$/.test(line.text) ||
      headedParty(line.text) !== null ||
      (first !== undefined && first.start === 0 && (first.colon || first.end >= line.text.trimEnd().length))
    );
  };
  tests.set(view, test);
  return test;
}

/** Lines a headed block may have. */
const MOST_LINES = 9;

function headedBlock(view: View, heading: ViewLine): PartyBlock[] {
  const role = headedParty(heading.text);
  if (role === null) return [];
  const lines = columnUnder(view, heading);
  const plain = lines.slice(0, endOfAddress(lines)).filter((line) => !SALUTATION.test(line.text.trim()));
  const [name, ...rest] = plain;
  if (name === undefined) return [];
  const split = isStreet(name.text) || findTown(name.text) !== null ? 0 : 1;
  const address = trimmed(split === 0 ? plain : rest);
  if (address.length === 0 || labelTest(view)(name)) return [];
  const trust = { seller: 0.1, buyer: 0.1, 'ship-to': 0.1, [role]: 0.88 };
  return [
    {
      role,
      trust,
      name: split === 0 ? [] : [name],
      address,
      lines: [heading, ...lines],
    },
  ];
}

/** Where goods go to is who receives the paper too, unless a heading names somebody else. */
function received(blocks: readonly PartyBlock[]): PartyBlock[] {
  if (blocks.some((block) => block.role === 'buyer')) return [...blocks];
  return blocks.map((block) =>
    block.role === 'ship-to' ? { ...block, trust: { ...block.trust, buyer: 0.5 } } : block,
  );
}

/** The lines below a heading, flush with it, up to a wide gap or the next party's heading. */
function columnUnder(view: View, heading: ViewLine): ViewLine[] {
  const found: ViewLine[] = [];
  let above = heading;
  for (const row of view.rows.slice(heading.row.index + 1, heading.row.index + 2 + MOST_LINES * 2)) {
    if (row.page !== heading.page || found.length >= MOST_LINES) break;
    const line = row.lines.find((one) => isFlush(one, heading));
    if (line === undefined) continue;
    if (line.box.y - (above.box.y + above.box.height) > heading.box.height * 1.7 || headedParty(line.text) !== null)
      break;
    found.push(line);
    above = line;
  }
  return found;
}

function isFlush(line: ViewLine, heading: ViewLine): boolean {
  return (
    Math.abs(line.box.x - heading.box.x) < 14 ||
    (line.box.x > heading.box.x && sharedWidth(line.box, heading.box) > 0 && line.box.x - heading.box.x < 30)
  );
}

/** Where names of things, phones and tax ids begin. */
function endOfAddress(lines: readonly ViewLine[]): number {
  const end = lines.findIndex(
    (line) =>
      /:|@|^www\.|\b(?:tel|phone|fax|nip|nif|cif|vat|ust|tva|iva|btw|dic|ico)\b/iu.test(line.text) &&
      !/^attn/iu.test(line.text),
  );
  return end < 0 ? lines.length : end;
}

/** Without whom it is for the attention of, and what follows the town but a country. */
function trimmed(lines: readonly ViewLine[]): ViewLine[] {
  const own = lines.filter((line) => !SALUTATION.test(line.text.trim()));
  const town = own.findLastIndex((line) => findTown(line.text) !== null);
  if (town < 0) return own.some((line) => isStreet(line.text)) ? own : [];
  const after = own[town + 1];
  const street = own.findIndex((line) => /\d/.test(line.text));
  return own.slice(Math.max(0, street), after !== undefined && isCountry(after.text) ? town + 2 : town + 1);
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
