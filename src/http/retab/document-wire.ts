/** https://docs.retab.com: what requests of all endpoints have in common, and their answers. */
import { z } from 'zod';
import type { JsonObject } from '../../schema/json';

/** Longest filename, as for uploads. */
const MAX_FILENAME = 500;

/** An object as it was sent, nothing looked at yet. It comes from `JSON.parse`, so what is inside is JSON. */
export const Body = z.custom<JsonObject>(
  (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
  'must be an object',
);

/** A document that comes along as a data URL, lies at an https URL, or is stored here. */
export const Document = z
  .object(
    {
      filename: z.string('must be text').max(MAX_FILENAME, `at most ${MAX_FILENAME} characters`).nullish(),
      url: z.string('must be a data URL or an https URL').nullish(),
      id: z.string('must be the id of a stored document').nullish(),
    },
    'must be an object with a filename and a url',
  )
  .refine(({ url, id }) => typeof url === 'string' || typeof id === 'string', {
    path: ['url'],
    message: 'missing; send the document as a data URL ("data:<media type>;base64,<bytes>"), its https URL, or its id',
  });
export type Document = z.infer<typeof Document>;

/** The one name that reading an object would leave out without a word. */
const isComplete = (pairs: unknown): boolean =>
  typeof pairs !== 'object' || pairs === null || !Object.hasOwn(pairs, '__proto__');

/** Names and values that people attach to a job: the vendor's limits, in characters as the vendor's language counts them. */
export const Metadata = z
  .unknown()
  .refine(isComplete, 'no key may be "__proto__"')
  .pipe(z.record(z.string(), z.string('must be text').max(512, 'at most 512 characters'), 'must be an object of texts'))
  .refine((pairs) => Object.keys(pairs).every((key) => [...key].length <= 64), 'a key has at most 64 characters')
  .refine((pairs) => Object.keys(pairs).length <= 16, 'at most 16 pairs');

/** The model asked for. */
export const Model = z.string('must be text').max(200, 'at most 200 characters').nullish();

/** Dots per inch at which page images are to be read. */
export const Resolution = z
  .int('must be 96 to 300')
  .min(96, 'must be 96 to 300')
  .max(300, 'must be 96 to 300')
  .nullish();

/** Independent readings to reconcile. */
export const Readings = z.int('must be 1 to 8').min(1, 'must be 1 to 8').max(8, 'must be 1 to 8').nullish();

/** Whether it is to be read again. */
export const Fresh = z.boolean('must be true or false').nullish();

/** What the caller says about the documents in words. */
export const Words = z.string('must be text').max(20_000, 'at most 20,000 characters').nullish();

/** Something the caller should know that is no error. */
export const Warning = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).nullable(),
});
export type Warning = z.infer<typeof Warning>;

/** A stored document, as answers name it. */
export const FileRef = z.object({ id: z.string(), filename: z.string(), mime_type: z.string() });
export type FileRef = z.infer<typeof FileRef>;

/** Nothing is charged here: credits are 0. Older clients read the pages. */
export const Usage = z.object({ credits: z.number(), page_count: z.int() });
export type Usage = z.infer<typeof Usage>;
