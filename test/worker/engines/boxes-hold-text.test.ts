import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../src/engines/registry';
import type { ParsedDocument } from '../../../src/parsers/parsed-document';
import { parseDocument } from '../../../src/parsers/registry';
import type { Cell, Citation } from '../../../src/schema/cell';
import { characterReaderOf } from '../../support/character-reader';
import { hasInk, type SeenSheet, sheetsOfDocument, sheetsOfPdf, textInside } from '../../support/pages-as-seen';
import { QUALITY_DOCUMENTS, type QualityDocument } from '../../support/quality-set';
import { schemaOf } from '../../unit/engines/ask';

const FEWEST_DOCUMENTS = 30;
/** Letters: a text over two lines has a box that holds both lines. */
const MOST_BESIDES = 80;

async function cellsOf(document: ParsedDocument, schema: unknown): Promise<readonly Cell[]> {
  const task = { document, schema: schemaOf(schema), instructions: null };
  const engine = chooseEngine();
  let cells: readonly Cell[] = [];
  for (const phase of ['resolve', 'execute', 'validate', 'reread'] as const) {
    cells = await engine[phase]({ ...task, cells });
  }
  return cells;
}

/** What a person reads, without white space: it is not printed. */
const seen = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** What is wrong with a citation; null: its box holds its text. */
function wrong({ page, box, text }: Citation, sheets: readonly SeenSheet[]): string | null {
  const sheet = sheets[page - 1];
  if (sheet === undefined) return `there is no page ${page}`;
  if (seen(text) === '') return 'it cites nothing';
  const inside = textInside(sheet, box);
  if (!seen(inside).includes(seen(text))) return `in its box is ${JSON.stringify(inside)}`;
  if (seen(inside).length > MOST_BESIDES + 3 * seen(text).length) return `its box also holds ${JSON.stringify(inside)}`;
  return hasInk(sheet, box) ? null : 'nothing is printed in its box';
}

async function complaints({ filename, bytes, schema }: QualityDocument): Promise<string[]> {
  const document = await parseDocument(bytes, { filename, pages: null }, characterReaderOf(env));
  const own = filename.endsWith('.pdf') ? await sheetsOfPdf(bytes) : sheetsOfDocument(document);
  const sheetsOf = (attachment: string | null): readonly SeenSheet[] => {
    if (attachment === null) return own;
    const inner = document.attachments.find((one) => one.filename === attachment)?.document;
    return inner ? sheetsOfDocument(inner) : [];
  };
  const cells = await cellsOf(document, schema);
  expect(cells.length).toBeGreaterThan(0);
  return cells.flatMap((cell) =>
    cell.citations.flatMap((citation) => {
      const reason = wrong(citation, sheetsOf(citation.attachment));
      return reason === null ? [] : [`${cell.path.join('.')} cites ${JSON.stringify(citation.text)}: ${reason}`];
    }),
  );
}

describe('every value cites a box that holds its source text', () => {
  it('is looked up in thirty documents at least', () => {
    expect(QUALITY_DOCUMENTS.length).toBeGreaterThanOrEqual(FEWEST_DOCUMENTS);
  });

  it.each(QUALITY_DOCUMENTS.map((document) => [document.id, document] as const))('%s', async (_, document) => {
    expect(await complaints(document)).toEqual([]);
  });
});
