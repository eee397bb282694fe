/** GET /api/v1/projects and /api/v2/projects. */
import { Hono } from 'hono';
import { JobError } from '../../jobs/errors';
import type { RequestScope } from '../dialect';
import { acceptPathId } from './door';
import { toPageBody } from './page-window';
import { acceptProject, type Project } from './project';
import type { ProjectBody, ProjectV1Body } from './project-wire';

/** What the one project of every account is called: the vendor's name for it. */
const NAME = 'Default';

export const projectRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/', async ({ req, env, json }) => {
    const project = await projectIn(env, req.query());
    const name = req.query('project_name');
    return json(!name || name === NAME ? [fromProjectV1(project)] : []);
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromProjectV1(await projectIn(env, req.query(), acceptPathId('project_id', req.param('id'))))),
  );

export const projectV2Routes = new Hono<{ Bindings: RequestScope }>()
  .get('/', async ({ req, env, json }) => {
    const project = await projectIn(env, req.query());
    const name = req.query('name');
    const items = !name || name === NAME ? [fromProject(project, 'prj-')] : [];
    return json(toPageBody(items, null, items.length));
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromProject(await projectIn(env, req.query(), acceptPathId('project_id', req.param('id'))), 'prj-')),
  );

/** The account's project, looked for in an organization and by its id. Throws `not-found`. */
async function projectIn(
  { caller }: RequestScope,
  { organization_id = '' }: Readonly<Record<string, string>>,
  id?: string,
): Promise<Project> {
  const project = await acceptProject(caller, { organization_id });
  if (id !== undefined && id !== project.id) throw new JobError('not-found', `Project ${id} does not exist`);
  return project;
}

const fromProject = ({ id, organizationId }: Project, prefix = ''): ProjectBody => ({
  id: `${prefix}${id}`,
  name: NAME,
  organization_id: organizationId,
  is_default: true,
  created_at: null,
  updated_at: null,
});

const fromProjectV1 = (project: Project): ProjectV1Body => ({ ...fromProject(project), ad_hoc_eval_dataset_id: null });
