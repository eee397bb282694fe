import { answersIn } from '../answer-text';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View, ViewLine } from '../view';

/** How many of a security there are, in words that stand before the number. */
const COUNT =
  /^(?:Bestand|St(?:ü|ue)ck|Stk\.?|Anzahl|Nominale?|Nennwert|Quantit[eéày]|Nombre de titres|Titres|T[ií]tulos|Acciones|Azioni|Aantal|Holding|Shares|Units)\s*:?(?=\s|$)/iu;
/** What kind of paper it is, before its name. */
const KIND =
  /^(?:St(?:ü|ue)ck|Stk\.?|x|(?:Namen|Inhaber|Stamm|Vorzugs)aktien?|Aktien?|Anteile?|actions?|parts?|acciones|participaciones|azioni|quote|aandelen|shares?(?: of)?|units?(?: of)?)\s+/iu;
const NUMBER = /^\s*\d[\d.,'’]*(?=\s|$)/u;

/** Evidence: "Stück 35  NAME", "Bestand: 120 Namenaktien NAME": a number and then the name of the security held. */
export function holdingReadings(view: View, questions: readonly Question[]): Reading[] {
  const counts = questions.filter((question) => question.concept?.id === 'shares');
  const names = questions.filter((question) => question.concept?.id === 'security-name');
  if (counts.length + names.length === 0) return [];
  return view.rows.flatMap(({ lines }) => {
    const [first] = lines;
    const head = COUNT.exec(first?.text ?? '');
    if (first === undefined || head === null) return [];
    const inside = head[0].length < first.text.trimEnd().length;
    const line = inside ? first : lines[1];
    const from = inside ? head[0].length : 0;
    const number = line === undefined ? null : NUMBER.exec(line.text.slice(from));
    if (line === undefined || number === null) return [];
    const after = from + number[0].length;
    const here = line.text.slice(after).trim() !== '';
    const named = here ? line : lines[lines.indexOf(line) + 1];
    const name = named === undefined ? [] : nameFrom(named, here ? after : 0, names);
    return name.length === 0 && names.length > 0 ? [] : [...countIn(line, from, after, view, counts), ...name];
  });
}

function countIn(line: ViewLine, from: number, to: number, view: View, counts: readonly Question[]): Reading[] {
  return counts.flatMap((question) =>
    answersIn(question, line.text.slice(from, to), view.locale).map(({ value, start, end, flags }): Reading => {
      const span = spanOfLine(line.page, line.line, from + start, from + end);
      return { question, value, span, score: 0.8, source: 'label', flags };
    }),
  );
}

/** Two words or more with capitals are a name; a currency or a unit is none. */
function nameFrom(line: ViewLine, from: number, names: readonly Question[]): Reading[] {
  const text = line.text.slice(from);
  const lead = text.length - text.trimStart().length;
  const kind = KIND.exec(text.slice(lead))?.[0].length ?? 0;
  const start = from + lead + kind;
  const value = line.text.slice(start).trimEnd();
  if (!/^\p{Lu}[^:]*\s\S/u.test(value) || value.length > 80) return [];
  const span = spanOfLine(line.page, line.line, start, start + value.length);
  return names.map((question) => ({ question, value, span, score: 0.86, source: 'pattern', flags: [] }));
}
