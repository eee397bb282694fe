import type { Row } from '../layout/view';

/** Codes that say whose a paper is, which many papers of one bundle share. */
const OF_PARTIES = new Set(
  'buyer seller account kunden kunde klant klanten client cliente phone fax vat tax steuer iban bic bank member user company register hrb siret siren rcs mobile telephone website email ust id card'.split(
    ' ',
  ),
);
/** Codes of things on a paper, of which one paper has many. */
const OF_THINGS = new Set(
  'page item pos position line row article artikel sku serial model room street house suite floor box lot table tisch till kasse check terminal day week year version'.split(
    ' ',
  ),
);
const CODE = /^[\s:#.\-–]*((?:[\p{L}\d]{1,8}[-/. ]?){0,4}\d[\p{L}\d/.-]*)/u;

/** Words of a label before its "number". */
const LABEL_WORDS = 2;
/** Labels looked at on a page. */
const MOST = 60;

/** The numbers that a page gives itself: "Invoice no. 12" and the like, behind the label or right of it; the first of each. */
export function ownCodes(rows: readonly Row[]): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const row of rows) {
    for (const [order, line] of row.lines.entries()) {
      if (own.size >= MOST) return own;
      const at = line.tokens.findIndex(({ word }) => word === 'number');
      const label = line.tokens.slice(Math.max(0, at - LABEL_WORDS), at).map(({ word }) => word);
      if (at < 1 || label.some((word) => OF_PARTIES.has(word) || OF_THINGS.has(word) || /\d/.test(word))) continue;
      const behind = line.text.slice(line.tokens[at]?.end ?? 0);
      const value = codeIn(behind) ?? (/\p{L}{3}/u.test(behind) ? null : codeIn(row.lines[order + 1]?.text ?? ''));
      const key = label.join(' ');
      if (value !== null && !own.has(key)) own.set(key, value);
    }
  }
  return own;
}

function codeIn(text: string): string | null {
  const code = CODE.exec(text)?.[1]?.replace(/[.\s]+$/, '') ?? '';
  return code.length >= 2 ? code.toUpperCase() : null;
}
