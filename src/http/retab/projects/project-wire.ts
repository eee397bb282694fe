/** https://github.com/retab-dev/retab, clients/python/retab/types/projects/model.py and types/evals (0.0.114). */
import { z } from 'zod';
import { Name } from '../template-wire';
import { ConfigBody } from './setup-wire';

export const CreateProjectBody = ConfigBody.extend({ name: Name });

/** What stands beside the configurations is said of the draft. */
export const UpdateProjectBody = ConfigBody.extend({
  name: Name.nullish(),
  draft_config: ConfigBody.nullish(),
  published_config: ConfigBody.nullish(),
  is_published: z.boolean('must be true or false').nullish(),
});
export type UpdateProjectBody = z.infer<typeof UpdateProjectBody>;

export const PublishQuery = z.object({ origin: z.string().optional() });

/** The configurations are told in `setup-wire.ts`. */
export const Project = z.object({
  id: z.string(),
  name: z.string(),
  updated_at: z.iso.datetime(),
  published_config: z.looseObject({ origin: z.string() }),
  draft_config: z.looseObject({}),
  is_published: z.boolean(),
  is_schema_generated: z.literal(true),
  functions: z.tuple([]),
  created_at: z.iso.datetime(),
  organization_id: z.string(),
});
export type Project = z.infer<typeof Project>;
