/** https://developers.llamaindex.ai — LlamaExtract, extraction agents. Literal paths stand before those with an id. */
import { Hono } from 'hono';
import { schemaLimitsOf } from '../../jobs/limits';
import { proposeSchema } from '../../jobs/propose-schema';
import { isResent, type RequestScope } from '../dialect';
import { idempotencyKey } from '../door';
import {
  AgentsQuery,
  CreateAgentBody,
  GenerateSchemaBody,
  type SchemaAnswer,
  UpdateAgentBody,
  ValidateSchemaBody,
} from './agent-wire';
import { addAgent, allAgents, changeAgent, findAgent, findAgentByName, findDefaultAgent, removeAgent } from './agents';
import { readDataSchema } from './data-schema';
import { acceptBody, acceptPathId, acceptQuery } from './door';
import { fromAgent } from './from-agent';
import { acceptProject, projectOf } from './project';
import { toNewAgent, toProposal, toSettings } from './to-agent';

const agentId = (id: string): string => acceptPathId('extraction_agent_id', id);

export const agentRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const { id } = await acceptProject(env.caller, req.query());
    const command = toNewAgent(await acceptBody(CreateAgentBody, req.raw, env), idempotencyKey(req.raw.headers));
    return json(fromAgent(await addAgent(env.ports, env.caller, command, isResent(req.raw.headers)), id));
  })
  .get('/', async ({ req, env, json }) => {
    const { id } = await acceptProject(env.caller, req.query());
    const { include_default } = acceptQuery(AgentsQuery, req.query());
    const agents = await allAgents(env.ports, env.caller, include_default);
    return json(agents.map((agent) => fromAgent(agent, id)));
  })
  .post('/schema/validation', async ({ req, env, json }) => {
    const { data_schema } = await acceptBody(ValidateSchemaBody, req.raw, env);
    return json({
      data_schema: readDataSchema(data_schema, schemaLimitsOf(env.ports.settings.limits)).strict,
    } satisfies SchemaAnswer);
  })
  .post('/schema/generate', async ({ req, env, json }) => {
    await acceptProject(env.caller, req.query());
    const command = toProposal(await acceptBody(GenerateSchemaBody, req.raw, env));
    const proposed = await proposeSchema(env.ports, env.caller, command);
    // Titles stay: they say what is printed beside a value.
    return json({ data_schema: readDataSchema(proposed).given } satisfies SchemaAnswer);
  })
  .get('/default', async ({ req, env, json }) => {
    const { id } = await acceptProject(env.caller, req.query());
    return json(fromAgent(await findDefaultAgent(env.ports, env.caller), id));
  })
  .get('/by-name/:name', async ({ req, env, json }) => {
    const { id } = await acceptProject(env.caller, req.query());
    return json(fromAgent(await findAgentByName(env.ports, env.caller, req.param('name')), id));
  })
  .get('/:id', async ({ req, env, json }) => {
    const agent = await findAgent(env.ports, env.caller, agentId(req.param('id')));
    return json(fromAgent(agent, (await projectOf(env.caller)).id));
  })
  .put('/:id', async ({ req, env, json }) => {
    const id = agentId(req.param('id'));
    const settings = toSettings(await acceptBody(UpdateAgentBody, req.raw, env));
    const agent = await changeAgent(env.ports, env.caller, id, settings);
    return json(fromAgent(agent, (await projectOf(env.caller)).id));
  })
  .delete('/:id', async ({ req, env, json }) => {
    await removeAgent(env.ports, env.caller, agentId(req.param('id')));
    return json({});
  });
