import type { Field } from '../../../parsers/parsed-document';
import type { ArrayNode, ScalarNode } from '../../../schema/schema-node';
import { squash } from '../../values/fold';
import { answersIn } from '../answer-text';
import { findLabels } from '../labels';
import { FIELD_CONCEPTS } from '../lexicon/catalogue';
import { nameTokens, phraseKey } from '../lexicon/tokens';
import { type Question, questionOf } from '../question';
import type { Reading } from '../reading';
import { type Span, spanOfLine, union } from '../span';
import { gridOfTable } from '../tables/grid';
import { headingWeight } from '../tables/headings';
import type { View, ViewLine } from '../view';
import { contractPartyReadings, numberedPartyReadings } from './contract-parties';
import { separatedReadings } from './separated';

/** Lines a list may have. */
const LONGEST_LIST = 200;

/** Evidence: arrays of plain values as declared fields, as a column of a table, or as lines under a heading. */
export function listReadings(path: readonly string[], node: ArrayNode, view: View): readonly Reading[] {
  if (node.items.kind !== 'scalar') return [];
  const leaf: ScalarNode = { ...node.items, title: node.title, description: node.description };
  const question = questionOf(path, leaf, [], FIELD_CONCEPTS);
  const plain: Question = question.kind === 'identifier' ? { ...question, kind: 'text' } : question;
  const isParties = plain.concept?.id === 'contract-parties';
  const parties = isParties ? [contractPartyReadings(view, plain), numberedPartyReadings(view, plain)] : [];
  const listed = [linesUnderHeading(plain, view), separatedReadings(path, node, plain, view)];
  const found = [declaredList(plain, view), columnList(plain, view), ...listed, ...parties];
  return found.filter((list) => list.length > 0).sort((a, b) => mean(b) - mean(a))[0] ?? [];
}

function mean(list: readonly Reading[]): number {
  return list.reduce((sum, one) => sum + one.score, 0) / list.length;
}

function declaredList(question: Question, view: View): Reading[] {
  const groups = new Map<string, { fields: Field[]; weight: number }>();
  for (const field of view.document.fields) {
    const names = field.path.filter((part) => !/^\d+$/.test(part)).map((part) => part.replace(/^.*:|^@/, ''));
    if (names.length === 0 || !/^\d+$/.test(field.path.at(-1) ?? '')) {
      if (names.length === 0 || !field.path.some((part) => /^\d+$/.test(part))) continue;
    }
    const last = phraseKey(nameTokens(names.at(-1) ?? ''));
    const whole = phraseKey(names.slice(-2).flatMap(nameTokens));
    const same = squash(names.at(-1) ?? '') === squash(question.path.at(-1) ?? '') ? 0.97 : 0;
    const weight = Math.max(question.labels.get(last) ?? 0, question.labels.get(whole) ?? 0, same);
    if (weight < 0.6) continue;
    const key = names.join('/');
    const held = groups.get(key) ?? { fields: [], weight };
    held.fields.push(field);
    groups.set(key, held);
  }
  const best = [...groups.values()].sort((a, b) => b.weight - a.weight || b.fields.length - a.fields.length)[0];
  return (best?.fields ?? []).flatMap((field) => {
    const [answer] = answersIn(question, field.value, view.locale);
    if (answer === undefined) return [];
    const span = { page: field.page, box: field.box, text: field.value, locator: field.locator, attachment: null };
    return [{ question, value: answer.value, span, score: best?.weight ?? 0, source: 'field', flags: answer.flags }];
  });
}

function columnList(question: Question, view: View): Reading[] {
  for (const table of view.document.tables) {
    const grid = gridOfTable(table);
    const column = grid.headings.findIndex((heading) => headingWeight(question, heading) >= 0.8);
    if (column < 0) continue;
    return grid.rows.flatMap((row) => {
      const cell = row[column];
      const [answer] = cell === undefined || cell === null ? [] : answersIn(question, cell.text, view.locale);
      return cell === undefined || cell === null || answer === undefined
        ? []
        : [
            {
              question,
              value: answer.value,
              span: cell,
              score: 0.75 * answer.fit,
              source: 'table',
              flags: answer.flags,
            },
          ];
    });
  }
  return [];
}

const BULLET = /^\s*(?:[•·●▪◦‣*–—-]|\d{1,2}[.)]|☐|□|▢)\s+/u;

function linesUnderHeading(question: Question, view: View): Reading[] {
  const labels = findLabels(view, [question]);
  const lists: Reading[][] = [];
  for (const line of view.lines) {
    const label = (labels.get(line) ?? []).find(
      (one) =>
        one.start <= 2 && one.end >= line.text.length * 0.6 && one.answers.some((answer) => answer.weight >= 0.6),
    );
    if (label === undefined) continue;
    lists.push(itemsAfter(line, question, view));
  }
  return lists.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** What a page ends with, whoever wrote it. */
const FOOT = /^\s*(?:©|\(c\)|copyright(?![\p{L}]))/iu;

/** A line that only numbers the step below it. */
const STEP = /^(?:step|schritt|étape|etape|paso|stap|passo|krok)\s*\d{1,2}\s*[.:]?$/iu;

interface Item {
  span: Span;
  readonly bulleted: boolean;
}

/** The lines below a heading until the next heading or a wide gap; a bullet or number starts an item, other lines go on. */
function itemsAfter(heading: ViewLine, question: Question, view: View): Reading[] {
  const items: Item[] = [];
  const size = sizeOf(heading);
  let previous = heading;
  let stepped = false;
  let bulleted = false;
  for (const line of view.lines.slice(heading.index + 1, heading.index + 1 + LONGEST_LIST)) {
    const gap = line.page === previous.page ? line.box.y - (previous.box.y + previous.box.height) : 0;
    if (STEP.test(line.text.trim())) {
      stepped = true;
      previous = line;
      continue;
    }
    if (items.length > 0 && !stepped) {
      if (sizeOf(line) > sizeOf(previous) * 1.15 || isHeadingLike(line, size)) break;
      if (gap > Math.max(bulleted ? 18 : 14, previous.box.height * 2.5)) break;
    }
    previous = line;
    const bullet = BULLET.exec(line.text);
    const start = bullet?.[0].length ?? 0;
    if (line.text.slice(start).trim() === '') continue;
    if (bulleted && bullet === null && !stepped && (gap > line.box.height * 0.9 || FOOT.test(line.text))) break;
    const span = spanOfLine(line.page, line.line, start, line.text.length);
    const last = items.at(-1);
    if (last?.bulleted && bullet === null && !stepped && last.span.page === line.page) {
      last.span = { ...last.span, box: union(last.span.box, span.box), text: `${last.span.text} ${span.text}` };
    } else items.push({ span, bulleted: bullet !== null || stepped });
    bulleted ||= bullet !== null;
    stepped = false;
  }
  return items.flatMap(({ span, bulleted: sure }): Reading[] => {
    const [answer] = answersIn(question, span.text, view.locale);
    return answer === undefined
      ? []
      : [{ question, value: answer.value, span, score: sure ? 0.7 : 0.6, source: 'list', flags: answer.flags }];
  });
}

function sizeOf(line: ViewLine): number {
  return line.line.words[0]?.size ?? 10;
}

function isHeadingLike(line: ViewLine, size: number): boolean {
  const bold = line.line.words.every((word) => word.bold);
  return (
    (bold && line.text.length < 60 && sizeOf(line) >= size * 0.98) || (/:$/.test(line.text) && line.text.length < 40)
  );
}
