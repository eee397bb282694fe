/** https://docs.retab.com (Projects, Evals) */
import { Hono } from 'hono';
import { schemaLimitsOf } from '../../../jobs/limits';
import { createProject } from '../../../jobs/projects/create-project';
import { deleteProject } from '../../../jobs/projects/delete-project';
import { getProject } from '../../../jobs/projects/get-project';
import { listProjects } from '../../../jobs/projects/list-projects';
import { USUAL_READING } from '../../../jobs/projects/project';
import { publishProject } from '../../../jobs/projects/publish-project';
import { updateProject } from '../../../jobs/projects/update-project';
import type { RequestScope } from '../../dialect';
import { accept, idempotencyKey, readJson } from '../../door';
import { deleted, fromPage, PageQuery, toWindow } from '../paging';
import { BY_HAND, fromProject } from './from-project';
import { named } from './named-thing';
import { operationIn, projectIn } from './place';
import { CreateProjectBody, PublishQuery, UpdateProjectBody } from './project-wire';
import { toProjectChange } from './to-project';
import { emptyTask, toSetup } from './to-setup';

export const projectRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const operation = operationIn(req.param());
    const { name, ...config } = accept(CreateProjectBody, await readJson(req.raw, env));
    const limits = schemaLimitsOf(env.ports.settings.limits);
    const setup = { task: emptyTask(operation), reading: USUAL_READING, ...toSetup(operation, config, limits) };
    const command = { name, setup, idempotencyKey: idempotencyKey(req.raw.headers) };
    return json(fromProject(await createProject(env.ports, env.caller, command)));
  })
  .get('/', async ({ req, env, json }) => {
    const operation = operationIn(req.param());
    const query = accept(PageQuery, req.query());
    const window = await toWindow(query, async (id) => {
      const row = await env.ports.projects.get(env.caller.accountId, id);
      return row?.operation === operation ? row : null;
    });
    return json(fromPage(await listProjects(env.ports, env.caller, operation, window), fromProject));
  })
  .get('/:project', async ({ req, env, json }) => {
    const { operation, id } = projectIn(req.param());
    return json(fromProject(await getProject(env.ports, env.caller, operation, id)));
  })
  .patch('/:project', async ({ req, env, json }) => {
    const { operation, id } = projectIn(req.param());
    const body = accept(UpdateProjectBody, await readJson(req.raw, env));
    const change = toProjectChange(operation, body, schemaLimitsOf(env.ports.settings.limits));
    return json(fromProject(await updateProject(env.ports, env.caller, operation, id, change)));
  })
  .delete('/:project', async ({ req, env, json }) => {
    const { operation, id } = projectIn(req.param());
    await deleteProject(env.ports, env.caller, operation, id);
    return json(deleted(id));
  })
  .post('/:project/publish', async ({ req, env, json }) => {
    const { operation, id } = projectIn(req.param());
    const { origin } = accept(PublishQuery, req.query());
    await getProject(env.ports, env.caller, operation, id);
    const publish = (iteration: string | null) => publishProject(env.ports, env.caller, operation, id, iteration);
    const isByHand = !origin || origin === BY_HAND;
    return json(fromProject(isByHand ? await publish(null) : await named('origin', origin, publish)));
  });
