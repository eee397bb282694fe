import { SALUTATION } from './address-blocks';
import { labelTest } from './label-test';
import { headedParty } from './lexicon/party-heads';
import { type PartyBlock, trimmed } from './party-block';
import { findTown, isStreet } from './postal';
import { sharedWidth } from './span';
import type { View, ViewLine } from './view';

/** The parties of the first page that a heading names ("Bill to"), each with the column under it. */
export const headedBlocks = (view: View): readonly PartyBlock[] =>
  received(view.lines.filter((line) => line.page === view.firstPage).flatMap((line) => headedBlock(view, line)));

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
