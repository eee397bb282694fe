import { Hono } from 'hono';
import { endingsOf, type RequestScope } from '../dialect';
import { classifyEndpoint } from './classify-endpoint';
import { refuse } from './errors';
import { extractRoute } from './extract-route';
import { fillEndpoint, fillTemplateEndpoint } from './fill-endpoints';
import { findFieldsEndpoint } from './find-fields-endpoint';
import { generateEndpoint } from './generate-endpoint';
import { jobRoutes } from './job-routes';
import { modelRoutes } from './model-routes';
import { parseEndpoint } from './parse-endpoint';
import { evalApp, projectApp } from './projects';
import { routeOf } from './run-now';
import { splitEndpoint } from './split-endpoint';
import { templateRoutes } from './template-routes';
import { webhookRoutes } from './webhook-routes';

const { notFound, onError } = endingsOf(refuse);

export const retabApp = new Hono<{ Bindings: RequestScope }>()
  .route('/v1/jobs', jobRoutes)
  .route('/v1/documents/extract', extractRoute)
  // Where some clients send an extraction that is to be streamed.
  .route('/v1/documents/extractions', extractRoute)
  .route('/v1/documents/parse', routeOf(parseEndpoint))
  .route('/v1/documents/split', routeOf(splitEndpoint))
  .route('/v1/documents/classify', routeOf(classifyEndpoint))
  .route('/v1/schemas/generate', routeOf(generateEndpoint))
  .route('/v1/edit/agent/fill', routeOf(fillEndpoint))
  .route('/v1/edit/templates/fill', routeOf(fillTemplateEndpoint))
  .route('/v1/edit/templates/generate', routeOf(findFieldsEndpoint))
  .route('/v1/edit/templates', templateRoutes)
  .route('/v1/webhooks', webhookRoutes)
  .route('/v1/projects', projectApp)
  .route('/v1/evals', evalApp)
  .route('/v1/models', modelRoutes)
  // A client that asks for /v1/models at a base that already ends in /v1.
  .route('/v1/v1/models', modelRoutes)
  .notFound(notFound)
  .onError(onError);
