import { findEmails, findPhones, findUrls } from '../../values/identifiers';
import { addressBlocks } from '../address-blocks';
import { labelTest } from '../label-test';
import { onOneLine, spanOfLines } from '../multi-line';
import type { PartyBlock } from '../party-block';
import { partyBlocks } from '../party-blocks';
import { findTown, isStreet } from '../postal';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** A question less sure than this does not say whose address it asks for. */
const SURE_OF_PARTY = 0.8;

type Found = Pick<Reading, 'value' | 'span'>;

/** What of a party's block answers which concept, by the end of its name. */
const PARTS: readonly (readonly [RegExp, (block: PartyBlock) => Found | null])[] = [
  [/-address$/, wholeAddress],
  [/-street$/, (block) => pieceOf(block.address.find((line) => isStreet(line.text)) ?? block.address[0])],
  [/-postal-code$/, (block) => townPiece(block, 'code')],
  [/-city$/, (block) => townPiece(block, 'city')],
  [/-region$/, (block) => townPiece(block, 'region')],
  [/-phone$/, (block) => shapedIn(block, findPhones)],
  [/-email$/, (block) => shapedIn(block, findEmails)],
  [/-website$/, (block) => shapedIn(block, findUrls)],
];

/** Evidence: blocks of name and address for the address of a party as a whole and by its parts. */
export function addressReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.flatMap((question) => {
    const { id, party } = question.concept ?? {};
    const part = PARTS.find(([end]) => id !== undefined && end.test(id));
    return party === undefined || part === undefined ? [] : [{ question, party, read: part[1] }];
  });
  if (asked.length === 0) return [];
  const blocks = partyBlocks(view);
  return asked.flatMap(({ question, party, read }) => [
    ...blocks.flatMap((block) => {
      const trust = Math.max(block.trust[party], question.certainty < SURE_OF_PARTY ? headedTrust(block) : 0);
      const found = trust < 0.3 ? null : read(block);
      return found === null ? [] : [reading(question, found, trust)];
    }),
    ...(party === 'seller' && question.concept?.id === 'seller-address' ? oneLiners(view, question) : []),
  ]);
}

/** What a block under a heading says where no party is asked for by name. */
const headedTrust = (block: PartyBlock): number => (block.role === null ? 0 : 0.6);

function reading(question: Question, found: Found, trust: number): Reading {
  const score = trust * 0.95 * question.certainty;
  return { question, ...found, score, source: 'address', flags: [] };
}

function wholeAddress(block: PartyBlock): Found | null {
  const [first, ...more] = block.address;
  if (first === undefined) return null;
  const town = more.length === 0 ? findTown(first.text) : null;
  if (town !== null && town.start > 3) return pieceOf(first, 0, town.end, false);
  return { value: onOneLine(block.address.map((line) => line.text)), span: spanOfLines([first, ...more]) };
}

function pieceOf(
  line: ViewLine | undefined,
  start = 0,
  end = line?.text.length ?? 0,
  isStreetOnly = true,
): Found | null {
  if (line === undefined) return null;
  const text = line.text.slice(start, end);
  const town = start === 0 && isStreetOnly ? findTown(text) : null;
  const cut = town === null ? text : text.slice(0, Math.max(0, town.start)).replace(/[\s,·|•-]+$/u, '') || text;
  const span = spanOfLine(line.page, line.line, start, start + cut.length);
  return { value: cut.replace(/[\s,;]+$/, ''), span };
}

function townPiece(block: PartyBlock, part: 'code' | 'city' | 'region'): Found | null {
  const at = block.address.findIndex((line) => findTown(line.text) !== null);
  const line = block.address[at];
  if (line === undefined) return null;
  const place = findTown(line.text)?.[part] ?? null;
  if (place !== null) return pieceOf(line, place.start, place.end);
  const above = block.address[at - 1];
  return part === 'city' && above !== undefined && !/\d/.test(above.text) ? pieceOf(above) : null;
}

function shapedIn(
  block: PartyBlock,
  find: (text: string) => readonly { readonly start: number; readonly end: number }[],
): Found | null {
  for (const line of block.lines) {
    const [found] = find(line.text);
    if (found !== undefined) return pieceOf(line, found.start, found.end);
  }
  return null;
}

/** "Name · Street · Town" on one line: what follows the name is the sender's address. */
function oneLiners(view: View, question: Question): Reading[] {
  return addressBlocks(view, labelTest(view)).flatMap((block): Reading[] => {
    const [line, ...more] = block.lines;
    if (!block.oneLine || line === undefined || more.length > 0) return [];
    const town = findTown(line.text);
    const from = line.text.indexOf(block.name.text) + block.name.text.length;
    const start = from + (/^[\s|•·●*▪■,–—-]*/u.exec(line.text.slice(from))?.[0].length ?? 0);
    if (town === null || town.end <= start) return [];
    const text = line.text.slice(start, town.end);
    const value = onOneLine(text.split(/\s*[|•·●*▪■]\s*|\s[–—-]\s|,\s+/u));
    const span = spanOfLine(line.page, line.line, start, town.end);
    return [reading(question, { value, span }, 0.75)];
  });
}
