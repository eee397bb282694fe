import type { Question } from '../question';
import type { Reading } from '../reading';
import { spanOfLine } from '../span';
import type { View } from '../view';

/** Ways to pay that name themselves. */
const METHODS =
  /(?<!\p{L})(?:girocard|ec-?karte|kreditkarte|maestro|mastercard|visa(?: debit)?|american express|amex|paypal|apple pay|google pay|klarna|bancontact|ideal|carte bancaire|carte bleue|tarjeta(?: de crédito)?|carta di credito|bancomat|pin|credit card|debit card|bar(?:zahlung)?|espèces|efectivo|contanti|contant|cash|überweisung|lastschrift|virement|transferencia(?: bancaria)?|bonifico(?: bancario)?|bank transfer|direct debit)(?!\p{L})/iu;

/** What stands right before a way to pay where it is agreed on. */
const PAYMENT =
  /(?:^|[.;|]\s*)(?:pagamento|pago|payment|paid|zahlung|zahlbar|bezahlung|paiement|r[eè]glement|betaling)[\p{L} ]{0,24}[\s:]\s*(?:(?:per|by|via|par|por|mediante|mit|tramite)\s+)?$/iu;

/** Evidence: on a slip the way of paying stands at the beginning of a line, before what was paid; elsewhere it follows the word for paying. */
export function paymentWordReadings(view: View, questions: readonly Question[]): Reading[] {
  const asked = questions.filter((question) => question.concept?.id === 'payment-method');
  if (asked.length === 0) return [];
  return view.lines.flatMap((line) => {
    const match = METHODS.exec(line.text);
    if (match === null) return [];
    const named = PAYMENT.test(line.text.slice(0, match.index));
    const paid =
      line.text.length <= 60 && match.index <= 12 && line.row.lines.some((other) => /\d[.,]\d{2}/.test(other.text));
    if (!paid && !named) return [];
    const span = spanOfLine(line.page, line.line, match.index, match.index + match[0].length);
    return asked.map((question) => ({
      question,
      value: match[0],
      span,
      score: (named ? 0.7 : 0.55) * question.certainty,
      source: 'pattern',
      flags: [],
    }));
  });
}
