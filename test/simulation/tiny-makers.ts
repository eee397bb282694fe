/** Stands where the operations stand that make something of a document: each the shape of the real one, with next to no work. */
import type { Operation } from '../../src/jobs/job';
import type { ProductOf } from '../../src/jobs/product';
import { making, READ } from '../../src/operations/operation-step';
import { engineCalls } from './engine-calls';

type Makes<Name extends Operation> = (filename: string, pages: number) => ProductOf<Name>;

/** With a file beside the product where `file` gives one. */
const maker = <Name extends Operation>(operation: Name, makes: Makes<Name>, file: Uint8Array | null = null) => ({
  resolve: READ,
  execute: making(operation, [], async (_, { parts, filename, options }) => {
    engineCalls.began({ job: options.instructions ?? '', filename, phase: 'execute' });
    if (engineCalls.lasts !== null) await engineCalls.lasts();
    let pages = 0;
    for await (const part of parts()) pages += part.pages.length;
    return { product: makes(filename, pages) as ProductOf<Name>, file };
  }),
});

const FORM = new Uint8Array([1]);
const file = { name: 'form.pdf', mediaType: 'application/pdf', sizeBytes: 1 };

export const parse = maker('parse', (filename, pages) => ({
  operation: 'parse',
  pages: Array.from({ length: pages }, () => filename),
}));
export const split = maker('split', () => ({ operation: 'split', splits: [] }));
export const classify = maker('classify', (filename) => ({
  operation: 'classify',
  category: filename,
  reasoning: '',
  likelihood: null,
  votes: [],
}));
export const generateSchema = maker('generate-schema', () => ({ operation: 'generate-schema', fields: [] }));
export const generateTemplate = maker(
  'generate-template',
  () => ({ operation: 'generate-template', fields: [], file }),
  FORM,
);
export const fillForm = maker('fill-form', () => ({ operation: 'fill-form', fields: [], file }), FORM);
