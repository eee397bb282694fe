import { findEmails, findPhones } from '../../values/identifiers';
import { glossed } from '../lexicon/glossary';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** Lines at the top of a paper in which its writer says how to be reached. */
const TOP = 8;
const SEPARATOR = /\s*[|•·●▪■◆]\s*|\s{2,}|\s[–—-]\s/u;
/** A town, perhaps with its region or country, perhaps with its code before or behind. */
const PLACE =
  /^(?:\d{4,5} )?\p{Lu}\p{Ll}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,3}(?:, ?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}){0,2}(?: \d{4,5})?$/u;
const NO_PLACE = /linkedin|github|gitlab|xing|portfolio|website|http|www|nationality|born|phone|mobile|e-?mail/iu;

/** What the town on such a line may answer. */
const WHERE = new Set(['venue', 'location', 'city', 'town', 'residence', 'address', 'place']);

/** Of "Leeds, England" only the town is asked for. */
const TOWNS = new Set(['city', 'town']);

/** Evidence: "ada@post.example | +44 20 7946 0000 | Leeds" at the top: the part that is a place is where they live. */
export function contactLineReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(
    ({ kind, phrases }) =>
      (kind === 'name' || kind === 'text') &&
      phrases.some((phrase) => phrase.length === 1 && WHERE.has(glossed(phrase)[0] ?? '')),
  );
  if (asked.length === 0) return [];
  const found = view.lines.slice(0, TOP).flatMap((line) => placeOn(line) ?? []);
  return asked.flatMap((question) =>
    found.map(({ line, start, text: whole }): Reading => {
      const text = question.phrases.flat().some((word) => TOWNS.has(word)) ? (whole.split(',')[0] ?? whole) : whole;
      const span = spanOfLine(line.page, line.line, start, start + text.length);
      return { question, value: text, span, score: 0.58, source: 'position', flags: [] };
    }),
  );
}

/** The one part that is a place; the first part may be a name or a calling, unless a comma tells town and country. */
function placeOn(line: ViewLine): { readonly line: ViewLine; readonly start: number; readonly text: string } | null {
  const parts = line.text.split(SEPARATOR);
  if (parts.length < 2 || !parts.some((part) => findEmails(part).length + findPhones(part).length > 0)) return null;
  const places = parts.filter(
    (part, order) => PLACE.test(part) && !NO_PLACE.test(part) && (order > 0 || part.includes(',')),
  );
  const [text] = places;
  return text === undefined || places.length > 1 ? null : { line, start: line.text.indexOf(text), text };
}
