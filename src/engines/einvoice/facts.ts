import type { Field, ParsedDocument } from '../../parsers/parsed-document';
import { CII } from './cii';
import type { FactRule, InvoiceSyntax } from './syntax';
import { UBL } from './ubl';

/** Every syntax that is read; a new one is a file and a place here. */
const SYNTAXES: readonly InvoiceSyntax[] = [CII, UBL];

/** What an XML invoice states, by concept. */
export interface InvoiceFacts {
  readonly facts: ReadonlyMap<string, Field>;
  readonly lines: readonly ReadonlyMap<string, Field>[];
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
  const head: Field[] = [];
  const lines = new Map<string, Field[]>();
  for (const field of fields) {
    const at = field.path.findIndex((part) => syntax.lineElements.includes(localName(part)));
    if (at < 0) head.push(field);
    else {
      const next = field.path[at + 1] ?? '';
      const key = /^\d+$/.test(next) ? next : '0';
      lines.set(key, [...(lines.get(key) ?? []), field]);
    }
  }
  return {
    facts: byRules(head, syntax.facts),
    lines: [...lines.values()].map((line) => byRules(line, syntax.lineFacts)),
    attachment,
  };
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

/** The rule's first name may end an element's name (SpecifiedTradeSettlement...MonetarySummation, InvoiceLine). */
function endsWith(name: string, path: string): boolean {
  return (
    name === path || name.endsWith(`/${path}`) || (/^(?:MonetarySummation|Line)\//.test(path) && name.endsWith(path))
  );
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
