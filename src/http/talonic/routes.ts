import { Hono } from 'hono';
import { JobError } from '../../jobs/errors';
import type { Occasion, RequestScope } from '../dialect';
import { documentRoutes } from './document-routes';
import { refuse } from './errors';
import { extractRoute } from './extract-route';
import { extractionRoutes } from './extraction-routes';
import { jobRoutes } from './job-routes';
import { schemaRoutes } from './schema-routes';

export const talonicApp = new Hono<{ Bindings: RequestScope }>()
  .route('/v1/extract', extractRoute)
  .route('/v1/documents', documentRoutes)
  .route('/v1/extractions', extractionRoutes)
  .route('/v1/schemas', schemaRoutes)
  .route('/v1/jobs', jobRoutes)
  .notFound(({ req, env }) =>
    refuse(new JobError('not-found', `There is no ${req.method} ${req.path} here.`), occasion(env, req.path)),
  )
  .onError((error, { req, env }) => {
    const here = occasion(env, req.path);
    if (!(error instanceof JobError))
      env.log.error('request-failed', error, { request_id: here.requestId, path: here.path });
    return refuse(error, here);
  });

const occasion = ({ requestId, ports }: RequestScope, path: string): Occasion => ({
  requestId,
  path,
  now: ports.clock(),
});
