import { bytesOf, deflated, joined, little } from './packing.mjs';

/**
 * A ZIP entry. `packed`: its bytes as they lie in the file. `says`: the size its directory claims; `isStored`: that they
 * are not packed. `offset`: where the directory says it begins, where that is a lie.
 */
export const entry = (name, packed, says, more = {}) => ({ name, packed, says, ...more });
export const deflatedEntry = (name, content) => entry(name, deflated(content), content.length);
export const textEntry = (name, text) => deflatedEntry(name, bytesOf(text));
export const storedEntry = (name, bytes) => entry(name, bytes, bytes.length, { isStored: true });

/** `says`: what the end of the directory claims. */
export function zip(entries, says = {}) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const { name, packed, says: size, isStored = false, offset, flags = 0 } of entries) {
    const encoded = bytesOf(name);
    const common = joined([
      little(flags, 2),
      little(isStored ? 0 : 8, 2),
      little(0, 8),
      little(packed?.length ?? 0, 4),
      little(size, 4),
      little(encoded.length, 2),
      little(0, 2),
    ]);
    const place = offset ?? at;
    directory.push(
      little(0x02014b50, 4),
      little(20, 2),
      little(20, 2),
      common,
      little(0, 10),
      little(place, 4),
      encoded,
    );
    if (offset !== undefined) continue;
    const local = joined([little(0x04034b50, 4), little(20, 2), common, encoded, packed]);
    parts.push(local);
    at += local.length;
  }
  const listed = joined(directory);
  const { count = entries.length, size = listed.length, start = at } = says;
  const end = joined([
    little(0x06054b50, 4),
    little(0, 4),
    little(count, 2),
    little(count, 2),
    little(size, 4),
    little(start, 4),
    little(0, 2),
  ]);
  return joined([...parts, listed, end]);
}

/** One packed piece that so many entries claim to be. */
export function overlapping(names, packed, says) {
  const [first = '', ...others] = names;
  return zip([
    entry(first, packed, says),
    ...others.map((name) => ({ name: name.padEnd(first.length, '_').slice(0, first.length), packed, says, offset: 0 })),
  ]);
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
const RELATIONS = (target) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
export const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file whose text is this entry. */
export const docx = (body, others = []) =>
  zip([
    textEntry(
      '[Content_Types].xml',
      `${TYPES}<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    textEntry('_rels/.rels', RELATIONS('word/document.xml')),
    { ...body, name: 'word/document.xml' },
    ...others,
  ]);

export const wordText = (inside) =>
  textEntry('', `<?xml version="1.0"?><w:document ${WORD}><w:body>${inside}</w:body></w:document>`);

/** A workbook whose one sheet is this entry; `others` besides it. */
export const xlsx = (sheet, others = []) =>
  zip([
    textEntry(
      '[Content_Types].xml',
      `${TYPES}<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    textEntry('_rels/.rels', RELATIONS('xl/workbook.xml')),
    textEntry(
      'xl/_rels/workbook.xml.rels',
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ),
    textEntry(
      'xl/workbook.xml',
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    { ...sheet, name: 'xl/worksheets/sheet1.xml' },
    ...others,
  ]);

export const sheetText = (rows) =>
  textEntry(
    '',
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );

const SPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';

/** An OpenDocument file: `kind` as in its media type ("text", "spreadsheet"), its content this entry. */
export const openDocument = (kind, content) =>
  zip([
    storedEntry('mimetype', bytesOf(`application/vnd.oasis.opendocument.${kind}`)),
    { ...content, name: 'content.xml' },
  ]);

export const officeText = (inside) =>
  textEntry(
    '',
    `<?xml version="1.0"?><office:document-content ${SPACES}><office:body>${inside}</office:body></office:document-content>`,
  );
