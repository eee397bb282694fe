import { Hono } from 'hono';
import { endingsOf, type RequestScope } from '../dialect';
import { agentRoutes } from './agent-routes';
import { refuse } from './errors';
import { fileBetaRoutes } from './file-beta-routes';
import { fileRoutes } from './file-routes';
import { jobRoutes } from './job-routes';
import { projectRoutes, projectV2Routes } from './project-routes';
import { runRoutes } from './run-routes';
import { signedRoutes } from './signed-routes';
import { SIGNED_PATH } from './signed-url';
import { statelessRoute } from './stateless-route';
import { configurationRoutes } from './v2/configuration-routes';
import { extractRoutes } from './v2/extract-routes';
import { webhookConfigRoutes } from './v2/webhook-config-routes';

const { notFound, onError } = endingsOf(refuse);

export const llamacloudApp = new Hono<{ Bindings: RequestScope }>()
  .route('/api/v1/extraction/extraction-agents', agentRoutes)
  .route('/api/v1/extraction/jobs', jobRoutes)
  .route('/api/v1/extraction/runs', runRoutes)
  .route('/api/v1/extraction/run', statelessRoute)
  .route('/api/v1/projects', projectRoutes)
  .route('/api/v2/projects', projectV2Routes)
  .route(SIGNED_PATH, signedRoutes)
  .route('/api/v1/files', fileRoutes)
  .route('/api/v1/beta/files', fileBetaRoutes)
  .route('/api/v1/beta/configurations', configurationRoutes)
  .route('/api/v1/beta/webhook-configs', webhookConfigRoutes)
  .route('/api/v2/extract', extractRoutes)
  .notFound(notFound)
  .onError(onError);
