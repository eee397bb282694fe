import { Hono } from 'hono';
import { JobError } from '../../jobs/errors';
import { failureLine, type Occasion, type RequestScope } from '../dialect';
import { refuse } from './errors';
import { jobRoutes } from './job-routes';

export const talonicApp = new Hono<{ Bindings: RequestScope }>()
  .route('/v1/jobs', jobRoutes)
  .notFound(({ req, env }) =>
    refuse(new JobError('not-found', `There is no ${req.method} ${req.path} here.`), occasion(env, req.path)),
  )
  .onError((error, { req, env }) => {
    const here = occasion(env, req.path);
    if (!(error instanceof JobError)) env.log(failureLine(error, here));
    return refuse(error, here);
  });

const occasion = ({ requestId, ports }: RequestScope, path: string): Occasion => ({
  requestId,
  path,
  now: ports.clock(),
});
