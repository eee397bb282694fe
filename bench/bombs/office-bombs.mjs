import { bytesOf } from './packing.mjs';
import { SHEET_BOMBS } from './sheet-bombs.mjs';
import { WIDE_BOMBS } from './wide-bombs.mjs';
import { docx, openDocument, storedEntry, WORD } from './zip-file.mjs';

const repeated = (text, times) => text.repeat(times);
const SPACES = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
/** Not packed: what repeats itself packs beyond what is read. */
const openText = (inside, kind = 'text') =>
  openDocument(
    kind,
    storedEntry(
      '',
      bytesOf(
        `<?xml version="1.0"?><office:document-content ${SPACES}><office:body><office:${kind}>${inside}</office:${kind}></office:body></office:document-content>`,
      ),
    ),
  );
const wordText = (inside) =>
  docx(storedEntry('', bytesOf(`<?xml version="1.0"?><w:document ${WORD}><w:body>${inside}</w:body></w:document>`)));
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const control = `<w:sdt><w:sdtPr><w:alias w:val="a"/></w:sdtPr><w:sdtContent>${run('abc')}</w:sdtContent></w:sdt>`;
/** A table of 20,000 cells in few letters. */
const table = (inside) =>
  `<table:table><table:table-row table:number-rows-repeated="100"><table:table-cell table:number-columns-repeated="200">${inside}</table:table-cell></table:table-row></table:table>`;

/** Word and OpenDocument files of one thing many times over, by name. */
export const OFFICE_BOMBS = {
  ...WIDE_BOMBS,
  ...SHEET_BOMBS,
  'paragraph of two hundred thousand spans.odt': () =>
    openText(`<text:p>${repeated('<text:span>ab</text:span>', 190_000)}</text:p>`),
  'paragraph of hundred thousand inputs.odt': () =>
    openText(`<text:p>${repeated('<text:text-input text:description="a">bcd</text:text-input>', 100_000)}</text:p>`),
  'repeated tables in repeated cells.odt': () => openText(table(table('<text:p>a</text:p>'))),
  'lists of a hundred thousand levels.odt': () =>
    openText(
      `<text:list-style style:name="L">${Array.from({ length: 100_000 }, (_, level) => `<text:list-level-style-number text:level="${level + 5}"/>`).join('')}</text:list-style>${repeated('<text:list text:style-name="L"><text:list-item><text:p>a</text:p></text:list-item></text:list>', 5_000)}`,
    ),
  'blank rows in a thousand sheets.ods': () =>
    openText(
      repeated(
        '<table:table><table:table-row table:number-rows-repeated="99000"/><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>',
        1000,
      ),
      'spreadsheet',
    ),
  'paragraph of hundred thousand runs.docx': () => wordText(`<w:p>${repeated(run('ab'), 130_000)}</w:p>`),
  'paragraph of thirty thousand controls.docx': () => wordText(`<w:p>${repeated(control, 30_000)}</w:p>`),
  'fields open in fields.docx': () =>
    wordText(
      `<w:p>${repeated('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', 40_000)}${repeated(run('a'), 70_000)}</w:p>`,
    ),
};
