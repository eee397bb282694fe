/** /api/v1/beta/configurations: what agents became. */
import { Hono } from 'hono';
import type { RequestScope } from '../../dialect';
import { acceptBody, acceptPathId, acceptQuery } from '../door';
import { toPage, toPageBody } from '../page-window';
import { acceptProject } from '../project';
import { ChangeConfigurationBody, ConfigurationsQuery, PRODUCT, SaveConfigurationBody } from './configuration-wire';
import {
  changeConfiguration,
  findConfiguration,
  listConfigurations,
  readConfiguration,
  removeConfiguration,
  saveConfiguration,
} from './configurations';
import { fromConfiguration } from './from-configuration';

const configurationId = (id: string): string => acceptPathId('config_id', id);

export const configurationRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const { name, parameters } = await acceptBody(SaveConfigurationBody, req.raw, env);
    return json(fromConfiguration(await saveConfiguration(env.ports, env.caller, name, readConfiguration(parameters))));
  })
  .get('/', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const products = req.queries('product_type') ?? [];
    const { name, ...page } = acceptQuery(ConfigurationsQuery, { ...req.query(), product_type: products });
    if (products.length > 0 && !products.includes(PRODUCT)) return json(toPageBody([], null, 0));
    const { items, next, total } = await listConfigurations(env.ports, env.caller, name || null, toPage(page));
    return json(toPageBody(items.map(fromConfiguration), next, total));
  })
  .get('/:id', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    return json(fromConfiguration(await findConfiguration(env.ports, env.caller, configurationId(req.param('id')))));
  })
  .put('/:id', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const id = configurationId(req.param('id'));
    const { name, parameters } = await acceptBody(ChangeConfigurationBody, req.raw, env);
    const configured = parameters == null ? null : readConfiguration(parameters);
    return json(fromConfiguration(await changeConfiguration(env.ports, env.caller, id, name ?? null, configured)));
  })
  .delete('/:id', async ({ req, env, body }) => {
    await acceptProject(env.caller, req.query());
    await removeConfiguration(env.ports, env.caller, configurationId(req.param('id')));
    return body(null, 204);
  });
