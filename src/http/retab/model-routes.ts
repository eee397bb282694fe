import { Hono } from 'hono';
import type { RequestScope } from '../dialect';
import { MODEL_LIST } from './models';

export const modelRoutes = new Hono<{ Bindings: RequestScope }>().get('/', ({ json }) => json(MODEL_LIST));
