import { describe, expect, test } from 'vitest';
import type { AssignmentOf } from '../../../src/jobs/assignment';
import { PLAIN_READING } from '../../../src/jobs/request';
import { generateSchema } from '../../../src/operations/generate-schema';
import type { MakeTask } from '../../../src/operations/operation-step';
import { parse } from '../../../src/operations/parse';
import type { ParsedDocument } from '../../../src/parsers/parsed-document';
import { parseDocument } from '../../../src/parsers/registry';

async function* oneByOne(parts: readonly ParsedDocument[]): AsyncGenerator<ParsedDocument> {
  yield* parts;
}

const read = (filename: string, text: string): Promise<ParsedDocument> =>
  parseDocument(new TextEncoder().encode(text), { filename, pages: null });

const taskOf = (parts: readonly ParsedDocument[], instructions: string | null = null): MakeTask => ({
  options: { ...PLAIN_READING, instructions },
  filename: 'harbour.md',
  mediaType: 'text/markdown',
  parts: () => oneByOne(parts),
  bytes: async () => new Uint8Array(),
});

describe('a parse', () => {
  const asked = (tables: AssignmentOf<'parse'>['tables']): AssignmentOf<'parse'> => ({ operation: 'parse', tables });

  test('has the pages of all parts, in order, with tables as asked', async () => {
    const parts = [await read('a.md', '# Boats\n\n| Name |\n| --- |\n| Aurora |\n'), await read('b.md', 'Winds\n')];
    const { product, file } = await parse.execute.make(asked('json'), taskOf(parts));
    expect([product, file]).toEqual([
      { operation: 'parse', pages: ['# Boats\n\n```json\n[\n  {"Name": "Aurora"}\n]\n```', 'Winds'] },
      null,
    ]);
  });

  test('is none of another operation', async () => {
    const task = taskOf([await read('a.md', 'Winds')]);
    expect(() => parse.execute.make({ operation: 'extract' }, task)).toThrow(
      'parse was given what is asked of extract',
    );
  });
});

describe('a schema generated', () => {
  const assignment = { operation: 'generate-schema' } as const;

  test('has what the first and the last part of a document show', async () => {
    const texts = ['Boat name: Aurora\n', 'Captain: Ida\n', 'Berth: C-12\n'];
    const parts = await Promise.all(texts.map((text) => read('a.txt', text)));
    const numbered = parts.map((part, index) => ({
      ...part,
      pages: part.pages.map((page) => ({ ...page, number: index + 1 })),
    }));
    const { product } = await generateSchema.execute.make(assignment, taskOf(numbered));
    expect(product.operation === 'generate-schema' && product.fields.map(({ name }) => name)).toEqual([
      'boat_name',
      'berth',
    ]);
  });

  test('fails where nothing is recognised, unless words name something', async () => {
    const parts = [await read('a.txt', 'aye aye\n')];
    await expect(generateSchema.execute.make(assignment, taskOf(parts))).rejects.toMatchObject({
      code: 'extraction-failed',
      message: expect.stringContaining('harbour.md: no field, label or table was recognised in it'),
    });
    const { product } = await generateSchema.execute.make(assignment, taskOf(parts, 'the boat name'));
    expect(product).toMatchObject({ fields: [{ name: 'boat_name', isAsked: true }] });
  });
});
