import { fold } from '../../values/fold';
import { flowOf } from '../flow';
import { glossed } from '../lexicon/glossary';
import type { Question } from '../question';
import type { Reading } from '../reading';
import type { View, ViewLine } from '../view';
import { mailboxes } from './mails';

/** "Your parcel from Finch & Daughter is on its way": what is sent, the word for from, capitalised words. */
const SENT_BY =
  /(?:parcel|package|shipment|delivery|[Pp]aket|[Ss]endung|[Ll]ieferung|colis|envoi|paquete|env[ií]o|pacco|spedizione|pakket|zending|encomenda) (?:from|von|vom|der Firma|de|da|di|van) ((?:\p{Lu}|\d)[\p{L}\d'’.-]*(?:(?: (?:&|and|und|et|y|e|en|of|de|du|van|von))? (?:\p{Lu}|\d)[\p{L}\d'’-]*){0,4})/gu;

/**
 * Evidence: a mail about a parcel that names the shop it comes from: that is its sender, and who writes the mail carries
 * it. A shop that writes itself leaves the carrier open.
 */
export function parcelReadings(view: View, questions: readonly Question[]): Reading[] {
  const senders = questions.filter(asksForSender);
  const carriers = questions.filter((question) => question.concept?.id === 'carrier');
  if (senders.length + carriers.length === 0) return [];
  const [writer] = mailboxes(view);
  if (writer === undefined) return [];
  const flow = flowOf(view);
  const labelled = view.lines
    .flatMap((line) => senderOn(line) ?? [])
    .find(({ text }) => !isSame(text, writer.span.text));
  if (labelled !== undefined) return carriers.map((question) => reading(question, writer.span.text, writer.span, 0.64));
  const shop = [...flow.text.matchAll(SENT_BY)].find((match) => !isSame(match[1] ?? '', writer.span.text));
  const name = shop?.[1]?.replace(/[.'’-]+$/u, '');
  if (shop === undefined || name === undefined) return [];
  const start = shop.index + shop[0].length - (shop[1]?.length ?? 0);
  return [
    ...senders.map((question) => reading(question, name, flow.span(start, start + name.length), 0.95)),
    ...carriers.map((question) => reading(question, writer.span.text, writer.span, 0.64)),
  ];
}

const SENDER =
  /^(?:absender|sender|sent by|nadawca|odesílatel|expéditeur|remitente|mittente|afzender|remetente)\s*:\s*(?=\p{Lu})/iu;

/** "Absender: Finch & Daughter": a sender of its own beside whoever writes. */
function senderOn(line: ViewLine): { readonly text: string } | null {
  const label = SENDER.exec(line.text)?.[0];
  return label === undefined ? null : { text: line.text.slice(label.length) };
}

function asksForSender(question: Question): boolean {
  if (question.concept?.id === 'seller-name') return true;
  return (
    question.concept === null &&
    question.phrases.some((phrase) => {
      const words = glossed(phrase).filter((word) => word !== 'name');
      return words.length === 1 && (words[0] === 'shop' || words[0] === 'sender');
    })
  );
}

function reading(question: Question, value: string, span: Reading['span'], score: number): Reading {
  return { question, value, span, score, source: 'prose', flags: [] };
}

function isSame(a: string, b: string): boolean {
  return fold(a).includes(fold(b)) || fold(b).includes(fold(a));
}
