import { findEmails, findPhones, findUrls, findVatIds } from '../values/identifiers';
import { isRegistration } from './letterhead';
import { findTown } from './postal';
import { type Span, sharedWidth, spanOfLine } from './span';
import type { View, ViewLine } from './view';

/** A postal address with the name above it, as letters and invoices print it. */
export interface AddressBlock {
  readonly name: Span;
  readonly lines: readonly ViewLine[];
  /** True for "Name · Street · Town" on one line: the sender's return address. */
  readonly oneLine: boolean;
  /** True when phone, e-mail, web or tax ids stand in or right under it: people print their own. */
  readonly contacts: boolean;
}

/** Lines above the town that may belong to an address. */
const MOST_LINES = 5;

export function addressBlocks(view: View, isLabel: (line: ViewLine) => boolean): AddressBlock[] {
  const found: AddressBlock[] = [];
  for (const line of view.lines) {
    if (findTown(line.text) === null) continue;
    const block = oneLiner(line) ?? spacedOneLiner(line) ?? stacked(view, line, isLabel);
    if (
      block !== null &&
      !found.some(
        (other) =>
          other.name.page === block.name.page &&
          other.name.box.x === block.name.box.x &&
          other.name.box.y === block.name.box.y,
      )
    ) {
      found.push(block);
    }
  }
  return found;
}

function oneLiner(line: ViewLine): AddressBlock | null {
  const parts = [...line.text.matchAll(/\s*(?:[|•·●*▪■]|\s[-–—]\s|,\s)\s*/gu)];
  const [first] = parts;
  if (first === undefined || parts.length < 2 || first.index < 3) return null;
  const town = findTown(line.text);
  const name = line.text.slice(0, first.index).replace(/^(?:Absender|Sender|Abs\.?)\s*:?\s*/iu, '');
  if (town === null || town.start < first.index || /\d/.test(name) || /:/.test(name)) return null;
  const start = first.index - name.length;
  return {
    name: spanOfLine(line.page, line.line, start, first.index),
    lines: [line],
    oneLine: true,
    contacts: hasContacts(line.text),
  };
}

/** The same, set with so much room that each part is a line of its own. */
function spacedOneLiner(town: ViewLine): AddressBlock | null {
  const parts = town.row.lines.filter((line) => line.box.x <= town.box.x);
  const chain: ViewLine[] = [];
  for (const line of parts.reverse()) {
    const right = chain[0];
    if (right !== undefined && right.box.x - (line.box.x + line.box.width) > 14) break;
    chain.unshift(line);
  }
  const [name] = chain;
  if (name === undefined || chain.length < 4 || !chain.some((line) => /^[|•·●*▪■-]$/u.test(line.text))) return null;
  return { name: spanOfLine(name.page, name.line, 0, name.text.length), lines: chain, oneLine: true, contacts: false };
}

function stacked(view: View, town: ViewLine, isLabel: (line: ViewLine) => boolean): AddressBlock | null {
  const lines: ViewLine[] = [town];
  let top = town;
  while (lines.length <= MOST_LINES) {
    const above = lineAbove(view, top);
    if (above === null || isLabel(above) || findTown(above.text) !== null) break;
    if (isTitleOver(above, lines)) break;
    lines.unshift(above);
    top = above;
  }
  const name = lines.find((line) => line !== town && isName(line.text));
  if (name === undefined) return null;
  const text = lines.slice(lines.indexOf(name));
  const under = linesUnder(view, town);
  return {
    name: spanOfLine(name.page, name.line, 0, name.text.length),
    lines: text,
    oneLine: false,
    contacts: [...text, ...under].some((line) => hasContacts(line.text)),
  };
}

/** Much larger print above lines that have a name already belongs to the page, not to the address. */
function isTitleOver(above: ViewLine, lines: readonly ViewLine[]): boolean {
  const [first] = lines;
  const larger = (above.line.words[0]?.size ?? 0) > 1.3 * (first?.line.words[0]?.size ?? 0);
  return larger && lines.some((line, order) => order < lines.length - 1 && isName(line.text) && !/\d/.test(line.text));
}

/** The line right above, flush with or overlapping this one. */
function lineAbove(view: View, line: ViewLine): ViewLine | null {
  let best: ViewLine | null = null;
  for (const other of around(view, line)) {
    const gap = line.box.y - (other.box.y + other.box.height);
    if (
      other.page !== line.page ||
      other.box.y >= line.box.y ||
      gap > line.box.height * 1.5 ||
      gap < -line.box.height * 0.6
    )
      continue;
    if (
      Math.abs(other.box.x - line.box.x) > 5 &&
      sharedWidth(other.box, line.box) < Math.min(other.box.width, line.box.width) * 0.5
    )
      continue;
    if (best === null || other.box.y > best.box.y) best = other;
  }
  return best;
}

function linesUnder(view: View, line: ViewLine): ViewLine[] {
  return around(view, line).filter((other) => {
    const drop = other.box.y - line.box.y;
    return other.page === line.page && drop > 0 && drop < line.box.height * 7 && Math.abs(other.box.x - line.box.x) < 8;
  });
}

function around(view: View, line: ViewLine): readonly ViewLine[] {
  return view.lines.slice(Math.max(0, line.index - 30), line.index + 30);
}

/** Lines above a name in an address. */
export const SALUTATION =
  /^(?:herrn?|frau|firma|fa\.?|mr\.?|mrs\.?|ms\.?|monsieur|madame|m\.|mme|an|a|to|spett\.?(?:le|abile)?(?: ditta)?|egr\.? sig\.?|gentile|señor(?:es)?|sr(?:es)?\.?|t\.? ?a\.? ?v\..*|aan|dhr\.?|mevr?\.?|de heer.*|sz\.? ?p\..*|vážen.*|tisztelt.*|exmo.*|attn:?.*|attention:?.*|z\.? ?hd\.?.*|c\/o.*|sehr geehrte.*)$/iu;

function isName(text: string): boolean {
  const words = text.trim();
  return (
    /\p{L}{2}/u.test(words) &&
    !SALUTATION.test(words) &&
    !/^\d|@|:$|^www\.|^(?:no|lot|blk|unit)\b[ .]*\d/iu.test(words) &&
    words.length < 90 &&
    !isRegistration(words)
  );
}

function hasContacts(text: string): boolean {
  return (
    findEmails(text).length > 0 ||
    findUrls(text).length > 0 ||
    findVatIds(text).length > 0 ||
    (findPhones(text).length > 0 && /tel|fon|phone|fax|mob/i.test(text))
  );
}
