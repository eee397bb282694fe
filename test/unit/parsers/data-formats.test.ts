import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/parsers/json';
import type { ParseOptions, Parser } from '../../../src/parsers/parsed-document';
import { parseXml } from '../../../src/parsers/xml';
import { ALONE } from '../../support/parser-tools';
import { bytesOf, outline } from './outline';

const ALL: ParseOptions = { filename: 'sample', pages: null };

async function messageOf(parse: Parser, text: string): Promise<string> {
  return parse(bytesOf(text), ALL, ALONE).then(
    () => 'parsed after all',
    (error: Error) => error.message,
  );
}

describe('JSON', () => {
  it('says a list of records once in Markdown, as a table; with lists inside, its lines too', async () => {
    const flat = await parseJson(
      bytesOf('{"boats": [{"name": "Skua", "berths": 4}, {"name": "Tern", "berths": 2}], "count": 2}'),
      ALL,
      ALONE,
    );
    expect(flat.markdown).toBe(
      'document\nboats\n\n| name | berths |\n| --- | --- |\n| Skua | 4 |\n| Tern | 2 |\n\ncount: 2',
    );
    const nested = await parseJson(bytesOf('[{"name": "Skua", "berths": 4, "crew": ["Ida", "Jon"]}]'), ALL, ALONE);
    expect(nested.markdown).toContain('Ida');
  });

  it('makes every leaf a field with its pointer, and a list of objects a table', async () => {
    const text =
      '{"order": {"id": 7, "a/b": true, "none": null}, "items": [{"name": "Oil", "price": {"net": 3}}, {"name": "Salt"}]}';
    const document = await parseJson(bytesOf(text), ALL, ALONE);
    expect(outline(document)).toEqual({
      mediaType: 'application/json',
      lines: [
        ['document', 'order', 'id: 7', 'a/b: true', 'items', '0', 'name: Oil', 'price', 'net: 3', '1', 'name: Salt'],
      ],
      tables: [
        {
          title: 'items',
          headerRows: 1,
          rows: [
            ['name', 'price.net'],
            ['Oil', '3'],
            ['Salt', ''],
          ],
        },
      ],
      fields: [
        ['order/id', '7', '/order/id'],
        ['order/a/b', 'true', '/order/a~1b'],
        ['items/0/name', 'Oil', '/items/0/name'],
        ['items/0/price/net', '3', '/items/0/price/net'],
        ['items/1/name', 'Salt', '/items/1/name'],
      ],
      attachments: [],
    });
    expect(document.tables[0]?.rows[1]?.map((cell) => cell.locator)).toEqual(['/items/0/name', '/items/0/price/net']);
    const oil = document.fields[2];
    expect(document.pages[0]?.lines[6]?.words[1]?.box).toEqual(oil?.box);
  });

  it('refuses what is nested too deep', async () => {
    expect(await messageOf(parseJson, `${'['.repeat(5000)}1${']'.repeat(5000)}`)).toMatch(/nested too deep/);
  });
});

describe('XML', () => {
  it('keeps in Markdown what stands between the records of a list', async () => {
    const text =
      '<log><dive><site>Reef</site><depth>18</depth></dive><note>calm</note><dive><site>Wall</site><depth>31</depth></dive></log>';
    const { markdown } = await parseXml(bytesOf(text), ALL);
    expect(markdown).toContain('note: calm');
    expect(markdown).toContain('| Wall | 31 |');
  });

  it('makes leaves and attributes fields with their XPath, and repeated elements a table', async () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE o [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<x:order xmlns:x="urn:x" no="7"><to>A &amp; B &#228;</to><total currency="EUR">5.00</total>
<line><name>Oil</name><price>3</price></line><line><name>&e;</name><price>2</price></line></x:order>`;
    const document = await parseXml(bytesOf(text), ALL);
    expect({ ...outline(document), lines: [] }).toEqual({
      mediaType: 'application/xml',
      lines: [],
      tables: [
        {
          title: 'line',
          headerRows: 1,
          rows: [
            ['name', 'price'],
            ['Oil', '3'],
            ['&e;', '2'],
          ],
        },
      ],
      fields: [
        ['x:order/@no', '7', '/x:order/@no'],
        ['x:order/to', 'A & B ä', '/x:order/to'],
        ['x:order/total', '5.00', '/x:order/total'],
        ['x:order/total/@currency', 'EUR', '/x:order/total/@currency'],
        ['x:order/line/0/name', 'Oil', '/x:order/line[1]/name'],
        ['x:order/line/0/price', '3', '/x:order/line[1]/price'],
        ['x:order/line/1/name', '&e;', '/x:order/line[2]/name'],
        ['x:order/line/1/price', '2', '/x:order/line[2]/price'],
      ],
      attachments: [],
    });
  });

  it('decodes as the declaration says', async () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe4</a>';
    const document = await parseXml(
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
      ALL,
    );
    expect(outline(document).fields).toEqual([['a', 'ä', '/a']]);
  });

  it('refuses what is wrongly nested, cut off or nested too deep', async () => {
    expect(await messageOf(parseXml, '<a><b>1</a></b>')).toMatch(/not well-formed/);
    expect(await messageOf(parseXml, '<a><b>1</b>')).toMatch(/<a> is not closed/);
    expect(await messageOf(parseXml, '<a/><b/>')).toMatch(/a second root element <b>/);
    expect(await messageOf(parseXml, '<a>'.repeat(1000))).toMatch(/nested deeper than 200/);
  });
});
