import { fold } from '../../values/fold';
import { answersIn } from '../answer-text';
import type { Question } from '../question';
import type { Reading } from '../reading';
import { type Span, spanOfLine } from '../span';
import type { Row, View, ViewLine } from '../view';

const OUT =
  /^(?:debits?|soll|lastschrift(?:en)?|belastung(?:en)?|debe|cargos?|dare|uscite|addebiti|af|withdrawals?|paid out|money out|obciazenia|debito)(?:\s*\(?\S{1,4}\)?)?$/u;
const IN =
  /^(?:credits?|haben|gutschrift(?:en)?|haber|abonos?|avere|entrate|accrediti|bij|deposits?|paid in|money in|uznania|credito)(?:\s*\(?\S{1,4}\)?)?$/u;
const TOTAL = /^(?:sub)?(?:total|summe|totaux|totales|totale|totali|totaal|suma|somme|sum|umsatzsumme|razem|celkem)\b/u;

/** Evidence: the total of the bookings below the columns of what went out and what came in. */
export function columnTotalReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter(({ concept }) => concept?.id === 'money-in' || concept?.id === 'money-out');
  if (asked.length === 0) return [];
  const heads = view.rows.flatMap((row) => headsIn(row));
  return view.rows.flatMap((row) => {
    const above = heads.findLast((one) => one.row.index < row.index);
    if (above === undefined || !TOTAL.test(fold(row.lines[0]?.text ?? ''))) return [];
    return asked.flatMap((question) => {
      const [own, other] = question.concept?.id === 'money-out' ? [above.out, above.in] : [above.in, above.out];
      return amountUnder(question, row, { own, other }, view);
    });
  });
}

interface Heads {
  readonly row: Row;
  readonly out: ViewLine;
  readonly in: ViewLine;
}

function headsIn(row: Row): Heads[] {
  const out = row.lines.find((line) => OUT.test(fold(line.text).trim()));
  const into = row.lines.find((line) => IN.test(fold(line.text).trim()));
  return out === undefined || into === undefined ? [] : [{ row, out, in: into }];
}

function amountUnder(
  question: Question,
  row: Row,
  { own, other }: Readonly<Record<'own' | 'other', ViewLine>>,
  view: View,
): Reading[] {
  const found = row.lines.flatMap((line) =>
    answersIn(question, line.text, view.locale).map((answer) => ({
      ...answer,
      span: spanOfLine(line.page, line.line, answer.start, answer.end),
    })),
  );
  const [nearest] = found
    .filter(({ span }) => apart(span, own) < apart(span, other))
    .sort((a, b) => apart(a.span, own) - apart(b.span, own));
  if (nearest === undefined || !/[.,]\d{2}\D*$/u.test(nearest.span.text)) return [];
  const { value, span, flags } = nearest;
  return [{ question, value, span, score: 0.8, source: 'table', flags }];
}

/** Points between a figure and a heading, edge to edge of where they end on the right. */
const apart = ({ box }: Span, head: ViewLine): number => Math.abs(box.x + box.width - head.box.x - head.box.width);
