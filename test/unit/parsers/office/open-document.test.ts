import { describe, expect, it } from 'vitest';
import { parseOdt } from '../../../../src/parsers/office/open-document/parse-odt';
import type { ParsedDocument } from '../../../../src/parsers/parsed-document';
import { ALONE } from '../../../support/parser-tools';
import { outline } from '../outline';
import { zipOf } from './office-zip';

const NAMES = 'office text table style draw form fo'
  .split(' ')
  .map((name) => {
    const space = { draw: 'drawing', fo: 'xsl-fo-compatible' }[name] ?? name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${space}:1.0"`;
  })
  .join(' ');

async function parse(text: string, styles = ''): Promise<ParsedDocument> {
  const content = `<office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`;
  return parseOdt(zipOf({ 'content.xml': content }), { filename: 'a.odt', pages: null }, ALONE);
}

describe('ODT', () => {
  it('has the values of form controls as fields, where they are drawn', async () => {
    const document = await parse(`<office:forms><form:form>
<form:text form:id="c1" form:name="Surname" form:current-value="Lund"/><form:checkbox form:id="c2" form:name="b2" form:label="Vegetarian" form:current-state="checked"/>
<form:listbox form:id="c3" form:name="Size"><form:option form:label="S"/><form:option form:label="M" form:current-selected="true"/></form:listbox><form:button form:id="c4" form:label="Send"/></form:form></office:forms>
<text:p>Name: <draw:control draw:control="c1"/></text:p><text:p><draw:control draw:control="c2"/></text:p><text:p><draw:control draw:control="c3"/><draw:control draw:control="c4"/></text:p>`);
    expect(outline(document)).toMatchObject({
      lines: [['Name: Lund', '☒ Vegetarian', 'M']],
      fields: [
        ['Surname', 'Lund', 'form control "Surname"'],
        ['Vegetarian', 'true', 'form control "Vegetarian"'],
        ['Size', 'M', 'form control "Size"'],
      ],
    });
  });

  it('counts lists by their styles, goes on where one says so, and leaves hidden text out', async () => {
    const style = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>
<style:style style:name="V" style:family="text"><style:text-properties text:display="none"/></style:style>`;
    const item = (text: string): string => `<text:list-item><text:p>${text}</text:p></text:list-item>`;
    const document = await parse(
      `<text:list text:style-name="L">${item('a')}<text:list-item><text:p>b</text:p><text:list>${item('c')}</text:list></text:list-item></text:list>
<text:p>x<text:span text:style-name="V">y</text:span><text:s text:c="1"/>z</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('d')}</text:list><text:list text:style-name="L">${item('e')}</text:list>`,
      style,
    );
    expect(outline(document).lines).toEqual([['1. a', '2. b', '2.a) c', 'x z', '3. d', '1. e']]);
  });

  it('repeats a cell in the rows it covers, and rows and cells that stand for several', async () => {
    const cell = (text: string, more = ''): string =>
      `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
    const document =
      await parse(`<table:table><table:table-header-rows><table:table-row>${cell('Hut')}${cell('Night')}${cell('Fee')}</table:table-row></table:table-header-rows>
<table:table-row>${cell('North', 'table:number-rows-spanned="2"')}${cell('one')}${cell('20')}</table:table-row><table:table-row><table:covered-table-cell/>${cell('two')}${cell('35')}</table:table-row>
<table:table-row table:number-rows-repeated="2">${cell('South')}${cell('7', 'table:number-columns-repeated="2"')}</table:table-row></table:table>`);
    expect(outline(document).tables[0]).toEqual({
      title: null,
      headerRows: 1,
      rows: [
        ['Hut', 'Night', 'Fee'],
        ['North', 'one', '20'],
        ['North', 'two', '35'],
        ['South', '7', '7'],
        ['South', '7', '7'],
      ],
    });
  });
});
