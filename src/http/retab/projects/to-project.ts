/** Their changes of a project as ours — pure. */
import type { Measured, Setup } from '../../../jobs/projects/project';
import type { ProjectChange } from '../../../jobs/projects/update-project';
import type { SchemaLimits } from '../../../schema/limits';
import type { UpdateProjectBody } from './project-wire';
import { toSetup } from './to-setup';

/** Throws `invalid-request` for a schema that is none. */
export function toProjectChange(operation: Measured, body: UpdateProjectBody, limits: SchemaLimits): ProjectChange {
  const { name, draft_config, published_config, is_published, ...config } = body;
  const draft: Partial<Setup> = {
    ...(draft_config ? toSetup(operation, draft_config, limits, 'draft_config.') : {}),
    ...toSetup(operation, config, limits),
  };
  return {
    name: name ?? undefined,
    draft,
    published: published_config ? toSetup(operation, published_config, limits, 'published_config.') : undefined,
    isPublished: is_published ?? undefined,
  };
}
