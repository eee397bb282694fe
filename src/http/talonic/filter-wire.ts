/** https://talonic.com/docs/api/documents (filter): the spellings of the page, of both SDKs and of the MCP server. */
import { z } from 'zod';
import { FILTER_OPERATORS } from './status';
import { Pagination } from './wire';

/** Most conditions of one filter, and values of one `in`: our numbers. */
const MAX_CONDITIONS = 20;
const MAX_VALUES = 100;
const MAX_TEXT = 1000;
/** Rows of a page unless asked otherwise, and at most. */
const LIMIT = { usual: 50, most: 500 };
const MAX_PAGE = 10_000;

const absent = (value: unknown): unknown => (value === null || value === '' ? undefined : value);
const positive = z.preprocess(
  absent,
  z.coerce.number('must be a whole number').int('must be a whole number').min(1, 'starts at 1').optional(),
);

const FieldName = z.string('must be the id or the name of a field').min(1).max(300, 'at most 300 characters');
const FieldNames = { fieldId: FieldName.nullish(), field_id: FieldName.nullish(), field: FieldName.nullish() };
const NO_FIELD = { path: ['fieldId'], message: 'missing; send the id or the name of a field' };

const Scalar = z.union(
  [z.string().max(MAX_TEXT, `at most ${MAX_TEXT} characters`), z.number(), z.boolean(), z.null()],
  'must be text, a number, true, false or null',
);
const Value = z.union([Scalar, z.array(Scalar).max(MAX_VALUES, `at most ${MAX_VALUES} values`)], {
  error: `must be text, a number, true, false, or a list of at most ${MAX_VALUES} of them`,
});

const fieldOf = ({ fieldId, field_id, field }: { [Name in keyof typeof FieldNames]?: string | null | undefined }) =>
  fieldId || field_id || field || '';

const Condition = z
  .object({
    ...FieldNames,
    operator: z
      .string('must be an operator')
      .refine((text) => FILTER_OPERATORS.has(text), `must be one of ${[...FILTER_OPERATORS.keys()].join(', ')}`)
      .transform((text) => FILTER_OPERATORS.get(text) ?? 'eq'),
    value: Value.optional(),
    valueTo: Scalar.optional(),
    value_to: Scalar.optional(),
  })
  .refine((condition) => fieldOf(condition) !== '', NO_FIELD)
  .transform(({ operator, value, valueTo, value_to, ...names }) => ({
    field: fieldOf(names),
    operator,
    value,
    valueTo: valueTo ?? value_to,
  }));
export type Condition = z.infer<typeof Condition>;

const Sort = z
  .object({
    ...FieldNames,
    direction: z
      .string('must be asc or desc')
      .toLowerCase()
      .pipe(z.enum(['asc', 'desc'], 'must be asc or desc'))
      .nullish(),
  })
  .refine((sort) => fieldOf(sort) !== '', NO_FIELD)
  .transform(({ direction, ...names }) => ({ field: fieldOf(names), order: direction ?? ('asc' as const) }));

export const FilterBody = z.object({
  conditions: z
    .array(Condition, 'must be a list of {fieldId, operator, value}')
    .max(MAX_CONDITIONS, `at most ${MAX_CONDITIONS} conditions`)
    .nullish(),
  search: z.string('must be text').max(500, 'at most 500 characters').nullish(),
  sort: Sort.nullish(),
  page: positive.refine((page) => page === undefined || page <= MAX_PAGE, `at most ${MAX_PAGE}; use cursor`),
  limit: positive,
  per_page: positive,
  cursor: z.string('must be text').nullish(),
  source_id: z.string('must be text').nullish(),
  source_connection_id: z.string('must be text').nullish(),
});
export type FilterBody = z.infer<typeof FilterBody>;

export const filterLimit = ({ limit, per_page }: Pick<FilterBody, 'limit' | 'per_page'>): number =>
  Math.min(limit ?? per_page ?? LIMIT.usual, LIMIT.most);

const Shown = z.union([z.string(), z.number(), z.boolean()]);

export const FilteredDocument = z.object({
  id: z.string(),
  document_id: z.string(),
  filename: z.string(),
  name: z.string(),
  sourceId: z.string().optional(),
  uploadedAt: z.string(),
  /** By canonical name. */
  fields: z.record(z.string(), Shown),
  /** By the field's id. */
  fieldValues: z.record(z.string(), Shown),
});
export type FilteredDocument = z.infer<typeof FilteredDocument>;

/** Members of a warning that are not known are left out: clients that check forbid null in them. */
export const FilterWarning = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string(),
  field_id: z.string().optional(),
  suggestion: z.string().optional(),
});
export type FilterWarning = z.infer<typeof FilterWarning>;

/** `data` and `documents` are the same rows: one is the page's word, the other the SDK's. */
export const FilterResult = z.object({
  data: z.array(FilteredDocument),
  documents: z.array(FilteredDocument),
  total: z.int(),
  page: z.int(),
  limit: z.int(),
  pagination: Pagination,
  warnings: z.array(FilterWarning),
  links: z.object({ self: z.string(), fields: z.string() }),
});
export type FilterResult = z.infer<typeof FilterResult>;
