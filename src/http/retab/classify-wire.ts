/** https://docs.retab.com (Classify): what a classification is asked with, and what it answers. */
import { z } from 'zod';
import { Document, Fresh, Model, Readings, Usage, Warning, Words } from './document-wire';
import { Categories } from './kinds-wire';

/** Most pages of a document that can be read. */
const MAX_PAGES = 5000;
const PAGES = `must be 1 to ${MAX_PAGES}`;

export const ClassifyRequest = z.object({
  document: Document,
  categories: Categories.refine((all) => all.length > 0, 'is empty; name the categories to choose from'),
  model: Model,
  first_n_pages: z.int(PAGES).min(1, PAGES).max(MAX_PAGES, PAGES).nullish(),
  context: Words,
  n_consensus: Readings,
  bust_cache: Fresh,
});
export type ClassifyRequest = z.infer<typeof ClassifyRequest>;

const Decision = z.object({ reasoning: z.string(), classification: z.string() });
export type Decision = z.infer<typeof Decision>;

export const Classified = z.object({
  result: Decision,
  /** Share of the votes for it; null: there were none. */
  likelihood: z.number().nullable(),
  /** What each of several readings decided. */
  votes: z.array(Decision),
  usage: Usage,
  warnings: z.array(Warning),
});
export type Classified = z.infer<typeof Classified>;
