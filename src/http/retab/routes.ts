import { Hono } from 'hono';
import { JobError } from '../../jobs/errors';
import type { Occasion, RequestScope } from '../dialect';
import { refuse } from './errors';
import { extractRoute } from './extract-route';
import { jobRoutes } from './job-routes';
import { modelRoutes } from './model-routes';

export const retabApp = new Hono<{ Bindings: RequestScope }>()
  .route('/v1/jobs', jobRoutes)
  .route('/v1/documents/extract', extractRoute)
  // Where some clients send an extraction that is to be streamed.
  .route('/v1/documents/extractions', extractRoute)
  .route('/v1/models', modelRoutes)
  // A client that asks for /v1/models at a base that already ends in /v1.
  .route('/v1/v1/models', modelRoutes)
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
