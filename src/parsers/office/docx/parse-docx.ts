import type { Parser } from '../../parsed-document';
import { type Block, paragraphOf, textOfBlocks } from '../blocks';
import { blocksDocument } from '../blocks-document';
import { distinctParts } from '../distinct-parts';
import { allBelow, attributeAt, childAt, childrenOf, type Markup } from '../markup';
import { type OfficePackage, openPackage } from '../office-package';
import { coreProperties, mainPartOf, type Relationship, relationshipsOf } from '../relationships';
import { DocxNumbering } from './numbering';
import { DocxBlockReader } from './read-blocks';
import { readStyles } from './styles';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** How things look, and editors' notes: nothing a reader of text asks for. */
const SKIPPED = new Set(
  'w:rFonts w:sz w:szCs w:color w:lang w:proofErr w:bookmarkStart w:bookmarkEnd w:spacing w:ind w:jc w:tcBorders w:tblBorders w:shd w:tcW w:tblGrid w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:latentStyles w:bCs w:noProof a:blip pic:pic'.split(
    ' ',
  ),
);

/**
 * Word's XML format (ECMA-376), templates and files with macros too: headers first, then the body, then notes and
 * footers. What was deleted under change tracking and what is hidden is left out.
 */
export const parseDocx: Parser = async (bytes, options) => {
  const office = openPackage(bytes, 'this Word document', SKIPPED);
  const main = await mainPartOf(office, 'word/document.xml');
  const relationships = await relationshipsOf(office, main);
  const root = await office.require(main);
  const body = childAt(root, 'w:body') ?? root;
  const partOf = async (type: string): Promise<Markup | null> => {
    const found = relationships.find((one) => one.type === type);
    return found === undefined ? null : office.read(found.target);
  };
  const styles = readStyles(await partOf('styles'));
  const numbering = new DocxNumbering(await partOf('numbering'));
  const sections = allBelow(body, 'w:sectPr');
  const margins = await readMargins(office, sections, relationships);
  const side = new DocxBlockReader(styles, new DocxNumbering(null), []);
  const reader = new DocxBlockReader(styles, numbering, sections.slice(1).map(beginsPage));
  const headers = distinctParts(margins.headers.map((part) => side.blocks(part)));
  const text = reader.blocks(body);
  const footnotes = await partOf('footnotes');
  const endnotes = await partOf('endnotes');
  const notes = reader.notes.flatMap(({ kind, id }, index) =>
    noteBlocks(kind === 'footnote' ? footnotes : endnotes, id, index + 1, side),
  );
  const footers = distinctParts(margins.footers.map((part) => side.blocks(part)));
  return blocksDocument(
    {
      mediaType: MEDIA_TYPE,
      blocks: [...headers, ...text, ...notes, ...footers],
      properties: await coreProperties(office),
    },
    options.pages,
  );
};

function beginsPage(section: Markup): boolean {
  return attributeAt(section, ['w:type'], 'w:val') !== 'continuous';
}

/** The parts that stand in the margins, each once, in the order of the sections. */
async function readMargins(
  office: OfficePackage,
  sections: readonly Markup[],
  relationships: readonly Relationship[],
): Promise<{ headers: Markup[]; footers: Markup[] }> {
  const read = async (name: string): Promise<Markup[]> => {
    const ids = new Set(sections.flatMap((section) => childrenOf(section, name)).map((one) => one.attributes['r:id']));
    const parts: Markup[] = [];
    for (const { id, target } of relationships) {
      const part = ids.has(id) ? await office.read(target) : null;
      if (part !== null) parts.push(part);
    }
    return parts;
  };
  return { headers: await read('w:headerReference'), footers: await read('w:footerReference') };
}

function noteBlocks(part: Markup | null, id: string, number: number, reader: DocxBlockReader): Block[] {
  const note = part === null ? undefined : childrenOf(part).find((one) => one.attributes['w:id'] === id);
  if (note === undefined) return [];
  const text = textOfBlocks(reader.blocks(note)).trim();
  return text === '' ? [] : [paragraphOf(text, { marker: String(number) })];
}
