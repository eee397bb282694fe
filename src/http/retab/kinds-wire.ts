/** https://docs.retab.com (Split, Classify): the kinds of documents that are told apart. */
import { z } from 'zod';
import type { Category as CategoryOf, Subdocument as SubdocumentOf } from '../../jobs/assignment';

/** Most kinds of one request. Our own number. */
const MAX_KINDS = 1000;

const Kind = z.object(
  {
    name: z.string('must be text').trim().min(1, 'is empty').max(200, 'at most 200 characters'),
    description: z.string('must be text').max(5000, 'at most 5,000 characters').nullish(),
  },
  'must be an object with a name and a description',
);

export const Subdocument = Kind.extend({
  partition_key: z.string('must be text').max(500, 'at most 500 characters').nullish(),
});
export type Subdocument = z.infer<typeof Subdocument>;

export const Category = Kind;
export type Category = z.infer<typeof Category>;

/** A list of kinds, each with a name of its own. */
const kinds = <Of extends z.ZodType<{ readonly name: string }>>(kind: Of) =>
  z
    .array(kind, 'must be a list')
    .max(MAX_KINDS, `at most ${MAX_KINDS}`)
    .superRefine((all, { addIssue }) => {
      const names = new Set<string>();
      for (const [index, { name }] of all.entries()) {
        if (names.has(name)) addIssue({ code: 'custom', path: [index, 'name'], message: `"${name}" stands twice` });
        names.add(name);
      }
    });

/** May be empty. */
export const Subdocuments = kinds(Subdocument);
/** May be empty. */
export const Categories = kinds(Category);

export const toSubdocument = ({ name, description, partition_key }: Subdocument): SubdocumentOf => ({
  name,
  description: description ?? '',
  partitionKey: partition_key?.trim() || null,
});

export const fromSubdocument = ({ name, description, partitionKey }: SubdocumentOf) => ({
  name,
  description,
  partition_key: partitionKey,
});

export const toCategory = ({ name, description }: Category): CategoryOf => ({ name, description: description ?? '' });
