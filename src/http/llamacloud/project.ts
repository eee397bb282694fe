/** An account's one project and its organization: nothing of them is stored, their ids follow from the account's. */
import { z } from 'zod';
import { derivedId } from '../../jobs/derived-id';
import { JobError } from '../../jobs/errors';
import type { Caller } from '../../jobs/records';
import { Uuid } from '../door';
import { acceptQuery, orBlank } from './door';

export interface Project {
  readonly id: string;
  readonly organizationId: string;
}

/** The project in which everything of an account lies. */
export async function projectOf({ accountId }: Pick<Caller, 'accountId'>): Promise<Project> {
  const [id, organizationId] = await Promise.all([
    derivedId(`project of ${accountId}`),
    derivedId(`organization of ${accountId}`),
  ]);
  return { id, organizationId };
}

const ScopeQuery = z.object({ project_id: orBlank(Uuid), organization_id: orBlank(Uuid) });

/**
 * The caller's project, which is the only one that the query may name. Throws `not-found` for another one,
 * `invalid-request` for what is no id.
 */
export async function acceptProject(caller: Caller, query: Readonly<Record<string, string>>): Promise<Project> {
  const { project_id, organization_id } = acceptQuery(ScopeQuery, query);
  const project = await projectOf(caller);
  if (project_id !== undefined && project_id !== project.id) throw unknown('Project', project_id);
  if (organization_id !== undefined && organization_id !== project.organizationId)
    throw unknown('Organization', organization_id);
  return project;
}

const unknown = (what: string, id: string): JobError => new JobError('not-found', `${what} ${id} does not exist`);
