import { fold } from '../../values/fold';
import { flowOf } from '../flow';
import { glossed } from '../lexicon/glossary';
import { tokens } from '../lexicon/tokens';
import { wordLikeness } from '../likeness';
import type { Question } from '../question';
import type { Reading } from '../reading';
import type { Span } from '../span';
import type { View } from '../view';

/** Where an agreement gives a party its short name: ("Licensor"), hereinafter the "Buyer", nachfolgend Mieter. */
const TERM =
  /(?:[(,–-] ?(?:the |hereinafter(?: referred to as| called)?(?: the)? |im folgenden |nachfolgend |ci-après(?: dénommée?)? (?:le |la |l['’])?|en adelante (?:el |la )?|di seguito (?:il |la )?|hierna(?: te noemen)?:? )?["“„«'‘]? ?|(?:hereinafter|nachfolgend|im folgenden|ci-après|en adelante|di seguito|hierna) ["“„«]?)(?<term>\p{Lu}\p{L}{3,20}(?: \p{Lu}\p{L}{2,20})?) ?["”“»'’]? ?(?=[),;.–-])/dgiu;

/** The same in so many words: « ci-après dénommée « le Prestataire » », "di seguito denominato "Locatore"". */
const IN_WORDS =
  /(?:hereinafter|hereafter|referred to as|nachfolgend|nachstehend|im folgenden|ci-après|ci-dessous|en adelante|en lo sucesivo|di seguito|in seguito|hierna|verder|doravante|adiante)(?:\s(?:\p{Ll}{2,12}\s?){0,4})?(?:["“„«'‘]\s?)?(?:(?:the|le|la|el|il|lo|o|a|de|den|der|die)\s|l['’])?(?:["“„«'‘]\s?)?(?<term>\p{Lu}\p{L}{3,24})/gu;

/** "FIRST PARTY (Landlord): Nora Quill, widowed, ...": the role in brackets or alone before a colon, the name behind it. */
const HEADED = /(?:^|[\s(])(?<term>\p{Lu}[\p{L}]{3,24})\s?(?:\(\p{L}\))?\)\s?:\s+(?=\p{Lu})/gu;
const HEADED_NAME = /^\p{Lu}[^,;:()\d]{2,80}(?=[,;(])/u;

/** Letters of running text in which parties are named. */
const OPENING = 6000;
const BEFORE = 260;

/** Evidence: the name before a defined term answers who that is: landlord, licensor, borrower ... */
export function definedTermReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => question.kind === 'name' || question.kind === 'text');
  if (asked.length === 0) return [];
  const flow = flowOf(view);
  const opening = flow.text.slice(0, OPENING);
  const defined = [...opening.matchAll(TERM), ...opening.matchAll(IN_WORDS)].flatMap((match) => {
    const name = nameBefore(flow.text, match.index, view.document.language);
    if (name === null) return [];
    return saysWho(asked, match.groups?.term ?? '', flow.span(name.start, name.end));
  });
  const headed = [...opening.matchAll(HEADED)].flatMap((match) => {
    const start = match.index + match[0].length;
    const name = HEADED_NAME.exec(flow.text.slice(start, start + BEFORE))?.[0].trim() ?? '';
    return name.length < 3 ? [] : saysWho(asked, match.groups?.term ?? '', flow.span(start, start + name.length));
  });
  return [...defined, ...headed];
}

function saysWho(asked: readonly Question[], word: string, span: Span): Reading[] {
  const term = meant(tokens(word));
  return asked.flatMap((question): Reading[] => {
    const like = Math.max(0, ...question.phrases.map((phrase) => wordLikeness(meant(phrase), term)));
    return like < 0.9 ? [] : [{ question, value: span.text, span, score: 0.86 * like, source: 'prose', flags: [] }];
  });
}

/** A word of one language may lead to an English one that has a wider meaning of its own. */
const meant = (words: readonly string[]): string[] => glossed(glossed(words));

/** From the last word that opens a party ("between", "and", a salutation) to the comma or bracket after the name. */
function nameBefore(
  text: string,
  end: number,
  language: string | null,
): { readonly start: number; readonly end: number } | null {
  const from = Math.max(0, end - BEFORE);
  const before = text.slice(from, end);
  // Dutch "en" joins parties; in Spanish and French it only says where.
  const opening = [
    ...before.matchAll(
      /(?:^|[\s,;)–-])(?:between|and|zwischen|und|entre|et|y|tra|e|tussen|en|by|parte,|\p{L}{4,} ?:|\d\.)[\s:]+(?=\p{Lu}|the )/giu,
    ),
  ]
    .filter(([word]) => !/^\W?en\s/i.test(word) || language === 'nl')
    .at(-1);
  if (opening === undefined) return null;
  const start = opening.index + opening[0].length;
  const lead =
    /^(?:the |der |die |dem |den |herrn? |frau |m\. |mme |mr\.? |mrs\.? |ms\.? |firma |la société |società |de heer |mevrouw |d\.ª? |dña\.? |don |doña |(?:sr|sra|sig|sig\.ra|sig\.na)\.?ª? )*/iu.exec(
      before.slice(start),
    )?.[0].length ?? 0;
  const body = before.slice(start + lead);
  const stop =
    /,\s+(?!(?:Inc|LLC|L\.?P|Ltd|Corp|Co|S\.?A|LLP|S\.?L|B\.?V|N\.?V)\b)|\s[(–-]|\s(?:a|an|with|whose|located|wohnhaft|demeurant|con|avec|mit)\s/u.exec(
      body,
    );
  const name = body.slice(0, stop?.index ?? body.length).trim();
  if (name.length < 3 || name.length > 90 || !/^\p{Lu}/u.test(name) || fold(name).split(' ').length > 10) return null;
  return { start: from + start + lead, end: from + start + lead + name.length };
}
