import { describe, expect, it } from 'vitest';
import { parseDocx } from '../../../../src/parsers/office/docx/parse-docx';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ALONE } from '../../../support/parser-tools';
import { outline } from '../outline';
import { relationships, zipOf } from './office-zip';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

async function parse(body: string, parts: Readonly<Record<string, string>> = {}): Promise<ParsedDocument> {
  const types = Object.keys(parts).map((name): [string, readonly [string, string]] => [name, [name, `${name}.xml`]]);
  const files = Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, xml]);
  const bytes = zipOf({
    'word/document.xml': `<w:document ${W} ${W14} ${MC}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(Object.fromEntries(types)),
    ...Object.fromEntries(files),
  });
  return parseDocx(bytes, { filename: 'a.docx', pages: null }, ALONE);
}

const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const linesOf = (document: ParsedDocument): readonly (readonly string[])[] => outline(document).lines;

describe('DOCX', () => {
  it('keeps a table of data as it is where one of its cells holds a table, which follows it', async () => {
    const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const inner = `<w:tbl>${row(cell('Part'), cell('Count'))}${row(cell('Oar'), cell('2'))}</w:tbl>`;
    const { tables } = await parse(
      `<w:tbl>${row(cell('Boat'), cell('Length'), cell('Kit'))}
${row(cell('Skua'), cell('9.8'), `<w:tc>${p('see list')}${inner}${p('')}</w:tc>`)}${row(cell('Tern'), cell('7.2'), cell('none'))}</w:tbl>`,
    );
    expect(tables.map(({ rows }) => rows.map((one) => one.map(({ text }) => text)))).toEqual([
      [
        ['Boat', 'Length', 'Kit'],
        ['Skua', '9.8', 'see list'],
        ['Tern', '7.2', 'none'],
      ],
      [
        ['Part', 'Count'],
        ['Oar', '2'],
      ],
    ]);
  });

  it('has what was filled in as fields, each over its own words, and no placeholders', async () => {
    const control = (alias: string, more: string, text: string): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="${alias}"/>${more}</w:sdtPr><w:sdtContent><w:r><w:t>${text}</w:t></w:r></w:sdtContent></w:sdt>`;
    const mark = (type: string, data = ''): string =>
      `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
    const legacy = (data: string, result: string): string =>
      `${mark('begin', `<w:ffData>${data}</w:ffData>`)}<w:r><w:instrText>FORMTEXT</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
    const document = await parse(
      `<w:p><w:r><w:t xml:space="preserve">Guest: </w:t></w:r>${control('Guest', '', 'Mira Olsen')}<w:r><w:t>, room</w:t></w:r></w:p>
<w:p>${control('Note', '<w:showingPlcHdr/>', 'Click here')}${control('Breakfast', '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', '☒')}</w:p>
<w:p>${legacy('<w:name w:val="City"/>', '<w:r><w:t>Bergen</w:t></w:r>')}</w:p>
<w:p>${legacy('<w:name w:val="Dog"/><w:checkBox><w:default w:val="0"/></w:checkBox>', '')}</w:p>
<w:p>${legacy('<w:name w:val="View"/><w:ddList><w:result w:val="1"/><w:listEntry w:val="Yard"/><w:listEntry w:val="Sea"/></w:ddList>', '')}</w:p>`,
    );
    expect(linesOf(document)).toEqual([['Guest: Mira Olsen, room', '☒', 'Bergen', '☐', 'Sea']]);
    expect(outline(document).fields).toEqual([
      ['Guest', 'Mira Olsen', 'content control "Guest"'],
      ['Breakfast', 'true', 'content control "Breakfast"'],
      ['City', 'Bergen', 'form field "City"'],
      ['Dog', 'false', 'form field "Dog"'],
      ['View', 'Sea', 'form field "View"'],
    ]);
    expect(document.fields[0]?.box).toEqual({ x: 36 + 7 * 6, y: 36, width: 11 * 6, height: 12 });
  });

  it('is refused with the limit where it has more elements than are read', async () => {
    await expect(parse(`<w:p><w:r>${'<w:br/>'.repeat(400_000)}</w:r></w:p>`)).rejects.toMatchObject({
      code: 'document-unreadable',
      message:
        'this Word document has more than 400000 elements in "word/document.xml", more than is read; split it into several files',
    });
  });

  it('shows what was inserted or moved here, and not what was deleted or is hidden', async () => {
    const document = await parse(
      `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>
<w:tbl><w:tr>${cell('a')}${cell('1')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell('b')}${cell('2')}</w:tr><w:tr>${cell('c')}${cell('3')}</w:tr></w:tbl>`,
    );
    expect(linesOf(document)).toEqual([['new', 'a', '1', 'c', '3']]);
  });

  it('counts the items of lists by their formats, and begins again where a list says so', async () => {
    const level = (depth: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const item = (list: number, depth: number, text: string): string =>
      p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
    const document = await parse(
      [
        item(1, 0, 'a'),
        item(1, 1, 'b'),
        item(1, 1, 'c'),
        item(1, 0, 'd'),
        item(1, 1, 'e'),
        item(2, 0, 'f'),
        item(3, 0, 'g'),
      ].join(''),
      {
        numbering: `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
      },
    );
    expect(linesOf(document)).toEqual([['I. a', 'I.a) b', 'I.b) c', 'II. d', 'II.a) e', 'I. f', '- g']]);
  });

  it('keeps merged cells, marked headings and captions of tables, and reads a table around a table as its cells', async () => {
    const document = await parse(
      `<w:tbl><w:tblPr><w:tblCaption w:val="Rooms"/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Floor')}${cell('Room')}${cell('Beds')}</w:tr>
<w:tr>${cell('First', '<w:vMerge w:val="restart"/>')}${cell('Blue')}${cell('2')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('Green')}${cell('3')}</w:tr>
<w:tr>${cell('All', '<w:gridSpan w:val="2"/>')}${cell('5')}</w:tr></w:tbl>
<w:tbl><w:tr>${cell('Left')}<w:tc>${p('Right')}<w:tbl><w:tr>${cell('x')}${cell('1')}</w:tr><w:tr>${cell('y')}${cell('2')}</w:tr></w:tbl></w:tc></w:tr></w:tbl>`,
    );
    expect(outline(document).tables).toEqual([
      {
        title: 'Rooms',
        headerRows: 1,
        rows: [
          ['Floor', 'Room', 'Beds'],
          ['First', 'Blue', '2'],
          ['First', 'Green', '3'],
          ['All', '', '5'],
        ],
      },
      {
        title: null,
        headerRows: 0,
        rows: [
          ['x', '1'],
          ['y', '2'],
        ],
      },
    ]);
    expect(document.tables[0]?.rows[3]?.[2]?.locator).toBe('table 1, row 4, column 3');
    expect(linesOf(document)[0]?.slice(-6)).toEqual(['Left', 'Right', 'x', '1', 'y', '2']);
  });

  it('begins a page at breaks, reads headers first and notes and footers last, and a text box once', async () => {
    const box = `<w:txbxContent>${p('boxed')}</w:txbxContent>`;
    const document = await parse(
      `${p('one', '<w:pStyle w:val="H"/>')}<w:p><w:r><w:t>two</w:t><w:footnoteReference w:id="7"/><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:p><w:r><w:br w:type="page"/><w:t>three</w:t></w:r></w:p>${p('four', '<w:pageBreakBefore/>')}
<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>`,
      {
        styles: `<w:styles ${W}><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>`,
        footnotes: `<w:footnotes ${W}><w:footnote w:id="7">${p('noted')}</w:footnote></w:footnotes>`,
        header: `<w:hdr ${W}>${p('top')}</w:hdr>`,
        footer: `<w:ftr ${W}>${p('bottom')}</w:ftr>`,
      },
    );
    expect(linesOf(document)).toEqual([['top', 'one', 'two', 'boxed'], ['three'], ['four', '1 noted', 'bottom']]);
    expect(document.markdown).toContain('## one');
  });

  it('reads the strict form of the format, and any prefixes', async () => {
    const strict =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>strict</x:t></x:r></x:p></x:body></x:document>';
    const bytes = zipOf({
      '_rels/.rels': relationships({ a: ['officeDocument', '/doc/main.xml'] }),
      'doc/main.xml': strict,
    });
    expect(linesOf(await parseDocx(bytes, { filename: 'a.docx', pages: null }, ALONE))).toEqual([['strict']]);
  });

  it('sets what tabs keep apart below each other', async () => {
    const tabbed = (name: string, value: string): string =>
      `<w:p><w:r><w:t>${name}</w:t><w:tab/><w:t>${value}</w:t></w:r></w:p>`;
    const document = await parse(tabbed('Arrival', '4 May') + tabbed('Number of nights', '3'));
    const lines = document.pages[0]?.lines ?? [];
    expect(lines.map((line) => [line.text, line.box.x])).toEqual([
      ['Arrival', 36],
      ['4 May', 36 + 19 * 6],
      ['Number of nights', 36],
      ['3', 36 + 19 * 6],
    ]);
  });
});
