/** https://talonic.com/docs/api/schemas */
import { z } from 'zod';
import { Pagination } from './wire';

const Name = z.string('must be text').trim().min(1, 'must not be empty').max(100, 'at most 100 characters');
const Description = z.string('must be text').max(2000, 'at most 2000 characters').nullish();

/** `definition` in any of three forms, or the OpenAPI document's list of `fields`. */
export const CreateSchemaBody = z
  .object({
    name: Name,
    description: Description,
    definition: z.unknown().optional(),
    fields: z.array(z.unknown()).optional(),
  })
  .refine(({ definition, fields }) => (definition === undefined) !== (fields === undefined), {
    path: ['definition'],
    message: 'send either definition or fields',
  });
export type CreateSchemaBody = z.infer<typeof CreateSchemaBody>;

export const UpdateSchemaBody = z
  .object({
    name: Name.optional(),
    description: Description,
    definition: z.unknown().optional(),
    fields: z.array(z.unknown()).optional(),
  })
  .refine(({ definition, fields }) => definition === undefined || fields === undefined, {
    path: ['definition'],
    message: 'send either definition or fields',
  });
export type UpdateSchemaBody = z.infer<typeof UpdateSchemaBody>;

export const Schema = z.object({
  id: z.string(),
  short_id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  definition: z.record(z.string(), z.unknown()),
  field_count: z.int(),
  version: z.int(),
  created_at: z.string(),
  updated_at: z.string(),
  links: z.object({ self: z.string(), extractions: z.string(), dashboard: z.string() }),
});
export type Schema = z.infer<typeof Schema>;

export const SchemaList = z.object({ data: z.array(Schema), pagination: Pagination });
export type SchemaList = z.infer<typeof SchemaList>;
