/** https://talonic.com/docs/api/extractions */
import { Hono } from 'hono';
import { correctExtraction } from '../../jobs/correct-extraction';
import { getExtraction } from '../../jobs/get-extraction';
import { listExtractions } from '../../jobs/list-extractions';
import type { RequestScope } from '../dialect';
import { accept, acceptId, readJson } from '../door';
import { toCsv } from './csv';
import { CorrectionsBody, ExtractionDataQuery, ExtractionsQuery } from './extraction-wire';
import { fromExtraction, fromExtractions } from './from-extraction';
import { toCorrectExtraction, toExtractionFilter } from './to-command';

export const extractionRoutes = new Hono<{ Bindings: RequestScope }>()
  .get('/', async ({ req, env, json }) => {
    const filter = toExtractionFilter(accept(ExtractionsQuery, req.query()));
    return json(fromExtractions(await listExtractions(env.ports, env.caller, filter), filter.limit, env.origin));
  })
  .get('/:id', async ({ req, env, json }) => {
    const { result } = await getExtraction(env.ports, env.caller, acceptId(req.param('id')));
    return json(fromExtraction(result, env.origin));
  })
  .get('/:id/data', async ({ req, env, json, body }) => {
    const id = acceptId(req.param('id'));
    const { format } = accept(ExtractionDataQuery, req.query());
    const { schema, result } = await getExtraction(env.ports, env.caller, id);
    if (format !== 'csv') return json(result.values);
    return body(toCsv(schema, result.values), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${id}.csv"`,
    });
  })
  .patch('/:id/data', async ({ req, env, json }) => {
    const id = acceptId(req.param('id'));
    const command = toCorrectExtraction(id, accept(CorrectionsBody, await readJson(req.raw, env)));
    return json(fromExtraction((await correctExtraction(env.ports, env.caller, command)).result, env.origin));
  });
