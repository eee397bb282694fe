import { describe, expect, it } from 'vitest';
import { pdfObjects } from '../../../src/parsers/pdf/pdf-objects';
import { Reference } from '../../../src/parsers/pdf/pdf-values';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Kids[]>>endobj',
  '7 3 obj<</Title(Before)>>endobj',
  '8 0 obj<</Length 25>>stream\n2 0 obj<</Kids 5>>endobj\n\nendstream endobj',
  '7 4 obj<</Title(Now)>>endobj',
  'trailer<</Root 1 0 R/Info 7 0 R/ID[(a#b)<00>]>>',
].join('\n');

/** What stands where the table at the end of a file says that objects lie. */
function tableOf(file: string): { entries: string; lines: string[] } {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const [head = '', rest = ''] = file.slice(start).split('stream\n');
  const rows = Array.from({ length: Number(/\/Length (\d+)/.exec(head)?.[1]) / 8 }, (_, index) =>
    [...rest.slice(8 * index, 8 * index + 8)].map((character) => character.charCodeAt(0)),
  );
  const lines = rows.map(([kind, ...place]) => {
    const at = place.slice(0, 4).reduce((sum, byte) => 256 * sum + byte, 0);
    return `${kind} ${place.at(-1)} ${file.slice(at, file.indexOf('\n', at))}`;
  });
  return { entries: head.slice(head.indexOf('<<'), head.indexOf('/Length')), lines };
}

describe('The file that the PDF reader is given', () => {
  it('has a table at its end that leads to the last of every object, whatever stands before it', async () => {
    const file = PDF + textOf((await pdfObjects(bytesOf(PDF))).table());
    const { entries, lines } = tableOf(file);
    expect(entries).toBe(
      '<< /Type /XRef /Size 10 /W [1 4 3] /Index [1 2 7 2] /Root 1 0 R /Info 7 4 R /ID [<612362> <00>] ',
    );
    expect(lines).toEqual([
      '1 0 1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '1 0 2 0 obj<</Kids[]>>endobj',
      '1 4 7 4 obj<</Title(Now)>>endobj',
      '1 0 8 0 obj<</Length 25>>stream',
    ]);
  });

  it('has no object that stands in the content of another, as those of an attached PDF do', async () => {
    const objects = await pdfObjects(bytesOf(PDF));
    expect(objects.entryOf(new Reference(2), '/Kids')).toEqual([]);
  });

  it('has no catalog where what names it is cut off', async () => {
    const objects = await pdfObjects(bytesOf(PDF.slice(0, -10)));
    expect(objects.root).toBe(null);
  });
});
