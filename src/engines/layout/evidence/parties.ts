import { squash } from '../../values/fold';
import { findEmails, findUrls } from '../../values/identifiers';
import { type AddressBlock, addressBlocks, SALUTATION } from '../address-blocks';
import { labelTest } from '../label-test';
import { companyIn, hasLegalForm } from '../legal-form';
import { spanOfLines } from '../multi-line';
import type { PartyBlock } from '../party-block';
import { partyBlocks } from '../party-blocks';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { type Span, sharedWidth, spanOfLine } from '../span';
import type { View } from '../view';

/** A name with what speaks for its being the sender's and the receiver's. */
interface Named {
  readonly span: Span;
  seller: number;
  buyer: number;
  readonly shipTo: number;
  readonly source: string;
}

/** Evidence: letterheads, return addresses, address windows and footers for the names of sender and receiver. */
export function partyReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => NAMED.has(question.concept?.id ?? ''));
  if (asked.length === 0) return [];
  const names = partyNames(view);
  return asked.flatMap((question) =>
    names.flatMap((name) => {
      const score = scoreFor(question, name);
      return score <= 0.3
        ? []
        : [{ question, value: name.span.text, span: name.span, score, source: name.source, flags: [] }];
    }),
  );
}

const NAMED = new Set(['seller-name', 'buyer-name', 'ship-to-name', 'bank-name', 'account-holder']);

const BANK = /bank|banque|banco|banca|banka|sparkasse|\bcaixa|\bcaisse|\bcr[eé]dit|\bkredit|\bcassa|credit union/iu;

function scoreFor(question: Question, name: Named): number {
  const { seller, buyer, shipTo } = name;
  if (question.concept?.id === 'bank-name')
    return BANK.test(name.span.text) ? Math.min(0.75, seller + 0.25) * question.certainty : 0;
  if (question.concept?.id === 'account-holder')
    return BANK.test(name.span.text) ? 0 : Math.min(0.6, buyer) * question.certainty;
  if (question.concept?.party === 'ship-to') return shipTo * question.certainty;
  const [own, other] = question.concept?.party === 'buyer' ? [buyer, seller] : [seller, buyer];
  return Math.min(0.92, own * (other > own ? 0.6 : 1)) * question.certainty;
}

function partyNames(view: View): Named[] {
  const domains = ownDomains(view);
  const oneLiners = addressBlocks(view, labelTest(view)).filter(
    (block) => block.oneLine && block.name.page === view.firstPage,
  );
  const names = [
    ...partyBlocks(view).flatMap((block) => fromBlock(block)),
    ...oneLiners.map((block) => returnAddress(block, view)),
    ...companies(view),
    ...letterhead(view),
    ...addressed(view),
    ...windows(oneLiners, view),
  ];
  for (const name of names) if (matchesDomain(name.span.text, domains)) name.seller += 0.25;
  const sender = names.filter((name) => name.seller > 0.6).map((name) => squash(name.span.text));
  for (const name of names) if (sender.includes(squash(name.span.text))) name.buyer *= 0.4;
  return names;
}

function fromBlock(block: PartyBlock): Named[] {
  const [first, ...more] = block.name;
  if (first === undefined) return [];
  const { seller, buyer } = block.trust;
  return [
    {
      span: withoutRegistration(spanOfLines([first, ...more])),
      seller,
      buyer,
      shipTo: block.trust['ship-to'],
      source: 'address',
    },
  ];
}

/** "Teak House Sdn Bhd (554321-D)" is called without its number in the register. */
function withoutRegistration(span: Span): Span {
  const text = span.text.replace(/\s*\((?:co\.? ?(?:reg)?[^)]*|[\d -]{4,14}[A-Z]?|[^)]*\d{5}[^)]*)\)\s*$/iu, '');
  return text.trim() === '' ? span : { ...span, text };
}

function returnAddress(block: AddressBlock, view: View): Named {
  const middle = block.name.box.y / view.pageHeight(block.name.page);
  return { span: block.name, seller: middle < 0.5 ? 0.82 : 0.7, buyer: 0, shipTo: 0, source: 'letterhead' };
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
        : [
            {
              span: spanOfLine(page, under.line, 0, under.text.length),
              seller: 0,
              buyer: 0.8,
              shipTo: 0,
              source: 'address',
            },
          ];
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
      shipTo: 0,
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
    return [
      {
        span: spanOfLine(line.page, line.line, 0, line.text.length),
        seller,
        buyer: 0,
        shipTo: 0,
        source: 'letterhead',
      },
    ];
  });
}

/** How a person is addressed, before a name of two capitals or more that is a line of its own. */
const STYLED =
  /^(?:M\.|Mme|Mlle|Monsieur|Madame|Mr\.?|Mrs\.?|Ms\.?|Messrs\.?|Herrn?|Frau|Eheleute|Familie|Sr\.?|Sra\.?|Don|Doña|D\.|D[ñn]a\.?|Signora?|Sig\.?(?:ra)?|Dhr\.?|Mevr\.?)\s(?:(?:ou|et|und|and|&|y|e|o)\s\p{L}+\.?\s)?(?=\P{Lu}*\p{Lu}\P{Lu}*\p{Lu})\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,4}$/u;

/** A person under the head of the first page whom the paper is for. */
function addressed(view: View): Named[] {
  return view.lines
    .filter((line) => line.page === view.firstPage && line.box.y < view.pageHeight(line.page) * 0.45)
    .filter((line) => STYLED.test(line.text.trim()))
    .slice(0, 1)
    .map(
      (line): Named => ({
        span: spanOfLine(line.page, line.line, 0, line.text.length),
        seller: 0,
        buyer: 0.55,
        shipTo: 0,
        source: 'address',
      }),
    );
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
