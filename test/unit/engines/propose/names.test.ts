import { describe, expect, test } from 'vitest';
import { FIELD_CONCEPTS } from '../../../../src/engines/layout/lexicon/catalogue';
import { questionOf } from '../../../../src/engines/layout/question';
import { conceptName, snakeName } from '../../../../src/engines/propose/field-name';
import { typeOfKind } from '../../../../src/engines/propose/known-fields';
import { shapeOfTexts } from '../../../../src/engines/propose/value-shape';
import { unionOfScalars } from '../../../../src/schema/merge-proposals';
import { scalar } from '../../../../src/schema/proposed-field';
import type { ScalarType } from '../../../../src/schema/schema-node';

const GERMAN = { decimal: ',', dayOrder: 'dmy', dayOrderSeen: true, blankGroups: false, language: 'de' } as const;

describe('a name', () => {
  test.each([
    ['Rechnungs-Nr.', 'rechnungs_nr'],
    ['invoiceNo', 'invoice_no'],
    ['Total (EUR)', 'total_eur'],
    ['VAT %', 'vat_percent'],
    ['Straße & Ort', 'strasse_ort'],
    ["Buyer's order", 'buyers_order'],
    ['2024', 'field_2024'],
    ['日付', '日付'],
    ['__proto__', 'proto'],
    ['  ', ''],
    ['x'.repeat(99), 'x'.repeat(60)],
  ])('is made of the label %s', (label, name) => {
    expect(snakeName(label)).toBe(name);
  });

  test('that stands for a concept is understood as that concept', () => {
    const understood = FIELD_CONCEPTS.map((concept) => {
      const type: ScalarType = typeOfKind(concept.kind);
      const limits = { choices: null, pattern: null, format: null, minimum: null, maximum: null };
      const node = { kind: 'scalar', title: '', description: '', type, ...limits } as const;
      return [concept.id, questionOf([conceptName(concept)], node, [], FIELD_CONCEPTS).concept?.id];
    });
    expect(understood.filter(([id, answer]) => id !== answer)).toEqual([]);
  });
});

describe('a type', () => {
  test.each([
    ['Weight', ['12'], 'integer'],
    ['Weight', ['12', '12,5'], 'number'],
    ['Weight', ['12,5 kg'], 'number'],
    ['Price', ['1.200,00 EUR', '€ 3,50', '-'], 'number'],
    ['Rate', ['19 %'], 'string'],
    ['Article number', ['4711'], 'string'],
    ['Number of parts', ['4711'], 'integer'],
    ['Batch', ['0042'], 'string'],
    ['Counter', ['123456789012'], 'string'],
    ['Size', ['12 x 40'], 'string'],
    ['Sent', ['3.2.2026', '04.02.2026'], 'date'],
    ['Sent', ['Di., 3. Februar 2026'], 'date'],
    ['Sent', ['2026-02-03T10:15:00Z'], 'date-time'],
    ['Sent', ['20260203'], 'integer'],
    ['Paid', ['ja', 'nein'], 'boolean'],
    ['Paid', ['☒'], 'boolean'],
    ['Count', ['1', '0'], 'integer'],
    ['Mark', ['x'], 'string'],
    ['Note', ['1', '2', '3', '4', 'see below'], 'integer'],
    ['Note', ['1', '2', 'see below'], 'string'],
    ['Note', [], 'string'],
  ] satisfies [string, string[], ScalarType][])('is told by the values: %s %j', (label, texts, type) => {
    expect(shapeOfTexts(texts, label, GERMAN)).toEqual(scalar(type));
  });

  test('of addresses is text of that format', () => {
    expect(shapeOfTexts(['ida@kern.example'], 'Contact', GERMAN)).toEqual(scalar('string', 'email'));
    expect(shapeOfTexts(['https://kern.example/a'], 'Link', GERMAN)).toEqual(scalar('string', 'uri'));
    expect(shapeOfTexts(['Ida <ida@kern.example>'], 'Contact', GERMAN)).toEqual(scalar('string'));
  });

  test('of two documents holds the values of both', () => {
    expect(unionOfScalars(scalar('integer'), scalar('number'))).toEqual(scalar('number'));
    expect(unionOfScalars(scalar('date-time'), scalar('date'))).toEqual(scalar('date'));
    expect(unionOfScalars(scalar('date'), scalar('number'))).toEqual(scalar('string'));
    expect(unionOfScalars(scalar('string', 'email'), scalar('string'))).toEqual(scalar('string'));
    expect(unionOfScalars(scalar('boolean'), scalar('boolean'))).toEqual(scalar('boolean'));
  });
});
