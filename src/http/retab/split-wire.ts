/** https://docs.retab.com (Split): what a split is asked with, and what it answers. */
import { z } from 'zod';
import { Document, Fresh, Model, Readings, Usage, Warning, Words } from './document-wire';
import { Subdocuments } from './kinds-wire';

export const SplitRequest = z.object({
  document: Document,
  subdocuments: Subdocuments.refine((all) => all.length > 0, 'is empty; name the documents to look for'),
  model: Model,
  context: Words,
  n_consensus: Readings,
  bust_cache: Fresh,
});
export type SplitRequest = z.infer<typeof SplitRequest>;

/** 1-based. */
const Pages = z.array(z.int());

const Split = z.object({
  name: z.string(),
  pages: Pages,
  /** How far the votes agree; null: there were none. */
  likelihood: z.number().nullable(),
  /** What each of several readings said. */
  votes: z.array(z.object({ pages: Pages })),
  /** The documents one by one, where a partition key was given. */
  partitions: z.array(
    z.object({ key: z.string(), pages: Pages, first_page_y_start: z.number(), last_page_y_end: z.number() }),
  ),
});
export type Split = z.infer<typeof Split>;

export const SplitUp = z.object({ splits: z.array(Split), usage: Usage, warnings: z.array(Warning) });
export type SplitUp = z.infer<typeof SplitUp>;
