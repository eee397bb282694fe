import type { Parser } from '../../parsed-document';
import { type Block, paragraphOf, textOfBlocks } from '../blocks';
import { blocksDocument } from '../blocks-document';
import { distinctParts } from '../distinct-parts';
import { allBelow, childAt, type Markup } from '../markup';
import { readControls } from './form-controls';
import { openOdf } from './open-odf';
import { OdfBlockReader } from './read-blocks';
import { noteBody } from './read-inline';
import { readOdfStyles } from './styles';

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text';
const HEADERS = ['style:header-first', 'style:header', 'style:header-left'];
const FOOTERS = ['style:footer-first', 'style:footer', 'style:footer-left'];

/** OpenDocument text and its templates: headers first, then the body, then notes and footers. */
export const parseOdt: Parser = async (bytes, options) => {
  const { content, styles: shared, properties } = await openOdf(bytes, 'this OpenDocument text');
  const body = childAt(content, 'office:body', 'office:text') ?? content;
  const styles = readOdfStyles([shared, content]);
  const reader = new OdfBlockReader(styles, readControls(body));
  const side = new OdfBlockReader(styles, new Map());
  const text = reader.blocks(body);
  const notes = reader.notes.flatMap((note, index) => noteBlocks(note, index + 1, side));
  const margins = (names: readonly string[]): Block[] =>
    distinctParts(
      names.flatMap((name) => (shared === null ? [] : allBelow(shared, name))).map((one) => side.blocks(one)),
    );
  const blocks = [...margins(HEADERS), ...text, ...notes, ...margins(FOOTERS)];
  return blocksDocument({ mediaType: MEDIA_TYPE, blocks, properties }, options.pages);
};

function noteBlocks(note: Markup, number: number, reader: OdfBlockReader): Block[] {
  const body = noteBody(note);
  const text = body === null ? '' : textOfBlocks(reader.blocks(body)).trim();
  return text === '' ? [] : [paragraphOf(text, { marker: String(number) })];
}
