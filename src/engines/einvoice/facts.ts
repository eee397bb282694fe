import type { Field, ParsedDocument } from '../../parsers/parsed-document';
import { addressFact } from './address';
import { CII } from './cii';
import type { FactRule, InvoiceSyntax, ListRule } from './syntax';
import { UBL } from './ubl';

/** Every syntax that is read; a new one is a file and a place here. */
const SYNTAXES: readonly InvoiceSyntax[] = [CII, UBL];

/** A list of an invoice: what its rows are, and each row's facts by concept. */
export interface FactList {
  readonly rows: ListRule['rows'];
  readonly facts: readonly ReadonlyMap<string, Field>[];
}

/** What an XML invoice states, by concept. */
export interface InvoiceFacts {
  readonly facts: ReadonlyMap<string, Field>;
  readonly lists: readonly FactList[];
  /** The file inside the document that holds it; null when the document is the XML itself. */
  readonly attachment: string | null;
}

/** The facts of the document itself or of the first attachment that is an invoice; null when there is none. */
export function invoiceFacts(document: ParsedDocument): InvoiceFacts | null {
  const own = readFacts(document.fields, null);
  if (own !== null) return own;
  for (const attachment of document.attachments) {
    const found = attachment.document === null ? null : readFacts(attachment.document.fields, attachment.filename);
    if (found !== null) return found;
  }
  return null;
}

function readFacts(fields: readonly Field[], attachment: string | null): InvoiceFacts | null {
  const root = localName(fields[0]?.path[0] ?? '');
  const syntax = SYNTAXES.find((one) => one.roots.includes(root));
  if (syntax === undefined) return null;
  const [lines, ...others] = syntax.lists;
  const isLine = (field: Field): boolean => lines !== undefined && placeOf(field, lines) >= 0;
  const head = fields.filter((field) => !isLine(field));
  const named = head.map((field) => ({ field, name: nameOf(field) }));
  const facts = new Map(byRules(head, syntax.facts));
  for (const rule of syntax.addresses) {
    const address = facts.has(rule.concept) ? null : addressFact(named, rule);
    if (address !== null) facts.set(rule.concept, address);
  }
  return {
    facts,
    lists: [
      ...(lines === undefined ? [] : [listOf(fields.filter(isLine), lines)]),
      ...others.map((rule) => listOf(head, rule)),
    ],
    attachment,
  };
}

/** The rows of a list, in their order; an element without a position is the only one. */
function listOf(fields: readonly Field[], rule: ListRule): FactList {
  const rows = new Map<string, Field[]>();
  for (const field of fields) {
    const at = placeOf(field, rule);
    if (at < 0) continue;
    const key = field.path.slice(0, /^\d+$/.test(field.path[at + 1] ?? '') ? at + 2 : at + 1).join('/');
    const held = rows.get(key);
    if (held === undefined) rows.set(key, [field]);
    else held.push(field);
  }
  return { rows: rule.rows, facts: [...rows.values()].map((row) => byRules(row, rule.facts)) };
}

function placeOf(field: Field, rule: ListRule): number {
  return field.path.findIndex((part) => rule.elements.includes(localName(part)));
}

function byRules(fields: readonly Field[], rules: readonly FactRule[]): ReadonlyMap<string, Field> {
  const named = fields.map((field) => ({ field, name: nameOf(field) }));
  const attributes = new Map(
    named.filter(({ name }) => name.includes('@')).map(({ field }) => [field.path.join('/'), field.value]),
  );
  const found = new Map<string, Field>();
  for (const rule of rules) {
    if (found.has(rule.concept)) continue;
    const hit = named.find(
      ({ field, name }) =>
        endsWith(name, rule.path) && field.value.trim() !== '' && hasAttribute(field, rule, attributes),
    );
    if (hit !== undefined) found.set(rule.concept, hit.field);
  }
  return found;
}

function hasAttribute(field: Field, rule: FactRule, attributes: ReadonlyMap<string, string>): boolean {
  if (rule.attribute === undefined) return true;
  const [name, value] = rule.attribute;
  return attributes.get(`${field.path.join('/')}/@${name}`) === value;
}

/** The rule's first name may end an element's name (HeaderExchangedDocument, ...TradeSettlement, ...MonetarySummation). */
function endsWith(name: string, path: string): boolean {
  if (name === path || name.endsWith(`/${path}`)) return true;
  return /^(?:MonetarySummation|TradeSettlement|ExchangedDocument)\//.test(path) && name.endsWith(path);
}

function nameOf(field: Field): string {
  return field.path
    .filter((part) => !/^\d+$/.test(part))
    .map(localName)
    .join('/');
}

function localName(name: string): string {
  return name.replace(/^(?!@).*:/, '');
}
