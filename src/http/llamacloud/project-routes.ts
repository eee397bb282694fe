/** GET /api/v1/projects */
import { Hono } from 'hono';
import { JobError } from '../../jobs/errors';
import type { RequestScope } from '../dialect';
import { acceptPathId } from './door';
import { acceptProject, type Project } from './project';

/** What the one project of every account is called: the vendor's name for it. */
const NAME = 'Default';

export const projectRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/', async ({ req, env, json }) => {
    const { organization_id = '', project_name } = req.query();
    const project = await acceptProject(env.caller, { organization_id });
    return json(!project_name || project_name === NAME ? [fromProject(project)] : []);
  })
  .get('/:id', async ({ req, env, json }) => {
    const { organization_id = '' } = req.query();
    const project = await acceptProject(env.caller, { organization_id });
    const id = acceptPathId('project_id', req.param('id'));
    if (id !== project.id) throw new JobError('not-found', `Project ${id} does not exist`);
    return json(fromProject(project));
  });

/** Without times: the project was there before the account asked for it. */
const fromProject = ({ id, organizationId }: Project) => ({
  id,
  name: NAME,
  organization_id: organizationId,
  is_default: true,
  created_at: null,
  updated_at: null,
  ad_hoc_eval_dataset_id: null,
});
