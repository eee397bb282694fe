import { Hono } from 'hono';
import { JobError } from '../../jobs/errors';
import type { Occasion, RequestScope } from '../dialect';
import { refuse } from './errors';
import { fileBetaRoutes } from './file-beta-routes';
import { fileRoutes } from './file-routes';
import { projectRoutes } from './project-routes';

export const llamacloudApp = new Hono<{ Bindings: RequestScope }>()
  .route('/api/v1/projects', projectRoutes)
  .route('/api/v1/files', fileRoutes)
  .route('/api/v1/beta/files', fileBetaRoutes)
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
