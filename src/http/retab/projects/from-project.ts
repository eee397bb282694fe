import type { ProjectRecord } from '../../../jobs/projects/project';
import { fromSetup } from './from-setup';
import type { Project } from './project-wire';

/** What a configuration came from that no iteration made. */
export const BY_HAND = 'manual';

export const fromProject = (record: ProjectRecord): Project => ({
  id: record.id,
  name: record.name,
  updated_at: new Date(record.updatedAt).toISOString(),
  published_config: { ...fromSetup(record.published), origin: record.publishedFrom ?? BY_HAND },
  draft_config: { ...fromSetup(record.draft) },
  is_published: record.isPublished,
  is_schema_generated: true,
  functions: [],
  created_at: new Date(record.createdAt).toISOString(),
  organization_id: record.accountId,
});
