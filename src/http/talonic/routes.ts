import { Hono } from 'hono';
import { endingsOf, type RequestScope } from '../dialect';
import { accountRoutes } from './account-routes';
import { auditRoutes } from './audit-routes';
import { creditRoutes, pricingRoute, usageRoutes } from './credit-routes';
import { deliveryRoutes } from './delivery-routes';
import { documentRoutes } from './document-routes';
import { refuse } from './errors';
import { extractRoute } from './extract-route';
import { extractionRoutes } from './extraction-routes';
import { fieldRoutes } from './field-routes';
import { jobRoutes } from './job-routes';
import { keyRoutes } from './key-routes';
import { toldPath, UPLOAD_PATH } from './open-path';
import { schemaRoutes } from './schema-routes';
import { searchRoutes } from './search-routes';
import { sourceRoutes } from './source-routes';
import { uploadRoutes } from './upload-routes';
import { webhookRoutes } from './webhook-routes';

const { notFound, onError } = endingsOf(refuse, toldPath);

export const talonicApp = new Hono<{ Bindings: RequestScope }>()
  .route('/v1/extract', extractRoute)
  .route('/v1/documents', documentRoutes)
  .route('/v1/extractions', extractionRoutes)
  .route('/v1/schemas', schemaRoutes)
  .route('/v1/jobs', jobRoutes)
  .route('/v1/fields', fieldRoutes)
  .route('/v1/search', searchRoutes)
  .route('/v1/sources', sourceRoutes)
  .route('/v1/webhooks', webhookRoutes)
  .route('/v1/keys', keyRoutes)
  .route('/v1/audit', auditRoutes)
  .route('/v1/webhook-deliveries', deliveryRoutes)
  .route('/v1/account', accountRoutes)
  .route('/v1/credits', creditRoutes)
  .route('/v1/usage', usageRoutes)
  .route('/v1/pricing', pricingRoute)
  .route(UPLOAD_PATH, uploadRoutes)
  .notFound(notFound)
  .onError(onError);
