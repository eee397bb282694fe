/** https://github.com/retab-dev/retab, clients/node/src/api/evals (1.0.114): iterations. */
import { Hono } from 'hono';
import { varied } from '../../../jobs/projects/apply-overrides';
import { createIteration } from '../../../jobs/projects/create-iteration';
import { deleteIteration } from '../../../jobs/projects/delete-iteration';
import { finalizeIteration } from '../../../jobs/projects/finalize-iteration';
import { getDataset } from '../../../jobs/projects/get-dataset';
import { getIteration } from '../../../jobs/projects/get-iteration';
import { listIterations } from '../../../jobs/projects/list-iterations';
import { type Variant, variantOf } from '../../../jobs/projects/project';
import { updateIteration } from '../../../jobs/projects/update-iteration';
import type { RequestScope } from '../../dialect';
import { accept, idempotencyKey, readJson } from '../../door';
import { deleted, fromPage, PageQuery, toWindow } from '../paging';
import { fromIteration } from './from-iteration';
import { fromTask } from './from-setup';
import { CreateIterationBody, SchemaQuery, UpdateIterationBody } from './iteration-wire';
import { named } from './named-thing';
import { datasetIn, iterationIn, type Params, projectIn } from './place';
import { namingOverrides, toDraft, toVariant } from './to-variant';

export const iterationRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset] = [projectIn(req.param()), datasetIn(req.param())];
    const { parent_id, ...body } = accept(CreateIterationBody, await readJson(req.raw, { ports }));
    const variant = toVariant(project.operation, body);
    await getDataset(ports, caller, project, dataset);
    const find = (id: string) => getIteration(ports, caller, project, dataset, id);
    const parent = parent_id ? await named('parent_id', parent_id, find) : null;
    const command = { variant, parent, idempotencyKey: idempotencyKey(req.raw.headers) };
    const created = createIteration(ports, caller, project, dataset, command);
    return json(fromIteration(await created.catch(namingOverrides(project.operation))));
  })
  .get('/', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset] = [projectIn(req.param()), datasetIn(req.param())];
    const window = await toWindow(accept(PageQuery, req.query()), async (id) => {
      const row = await ports.iterations.get(caller.accountId, id);
      return row?.datasetId === dataset ? row : null;
    });
    return json(fromPage(await listIterations(ports, caller, project, dataset, window), fromIteration));
  })
  .get('/:iteration', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset, id] = [projectIn(req.param()), datasetIn(req.param()), iterationIn(req.param())];
    return json(fromIteration(await getIteration(ports, caller, project, dataset, id)));
  })
  .patch('/:iteration', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset, id] = [projectIn(req.param()), datasetIn(req.param()), iterationIn(req.param())];
    const change = toDraft(project.operation, accept(UpdateIterationBody, await readJson(req.raw, { ports })));
    const updated = updateIteration(ports, caller, project, dataset, id, change);
    return json(fromIteration(await updated.catch(namingOverrides(project.operation))));
  })
  .delete('/:iteration', async ({ req, env: { ports, caller }, json }) => {
    const id = iterationIn(req.param());
    await deleteIteration(ports, caller, projectIn(req.param()), datasetIn(req.param()), id);
    return json(deleted(id));
  })
  .post('/:iteration/finalize', async ({ req, env: { ports, caller }, json }) => {
    const [project, dataset, id] = [projectIn(req.param()), datasetIn(req.param()), iterationIn(req.param())];
    return json(fromIteration(await finalizeIteration(ports, caller, project, dataset, id)));
  })
  .get('/:iteration/schema', async ({ req, env: { ports, caller }, json }) => {
    const { use_draft } = accept(SchemaQuery, req.query());
    return json(fromTask(await taskIn({ ports, caller }, req.param(), use_draft)));
  })
  .get('/:iteration/categories', async ({ req, env: { ports, caller }, json }) => {
    const task = await taskIn({ ports, caller }, req.param(), false);
    return json(task.operation === 'classify' ? task.categories : []);
  });

/** What an iteration does; `isDraft`: as its draft says, even where another one was made final. Throws `not-found`. */
async function taskIn({ ports, caller }: Pick<RequestScope, 'ports' | 'caller'>, params: Params, isDraft: boolean) {
  const [project, dataset] = [projectIn(params), datasetIn(params)];
  const iteration = await getIteration(ports, caller, project, dataset, iterationIn(params));
  const { base } = await getDataset(ports, caller, project, dataset);
  const variant: Variant = isDraft ? iteration.draft : variantOf(iteration);
  return varied(base, variant).task;
}
