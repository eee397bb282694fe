import type { Dialect } from '../dialect';
import { announcer } from './announce';
import { refuse } from './errors';
import { retabApp } from './routes';
import { scopeOf } from './scopes';

/** https://docs.retab.com — jobs and document extraction. */
export const retab: Dialect = {
  hasDocumentsInJson: true,
  presentedKey: (request) => request.headers.get('api-key'),
  keyPlace: 'Api-Key: <key>',
  isOpen: () => false,
  scopeOf,
  paths: retabApp.routes.map(({ path }) => path),
  fetchOpen: (request, scope) => retabApp.fetch(request, scope),
  fetch: (request, scope) => retabApp.fetch(request, scope),
  announcer,
  refuse,
};
