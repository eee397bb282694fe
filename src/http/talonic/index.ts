import { bearerKey, type Dialect } from '../dialect';
import { announcer } from './announce';
import { refuse } from './errors';
import { isOpenPath } from './open-path';
import { talonicApp } from './routes';
import { scopeOf } from './scopes';

/** https://talonic.com/docs/api — also the documented API of this server. */
export const talonic: Dialect = {
  hasDocumentsInJson: false,
  isOpen: isOpenPath,
  scopeOf,
  paths: talonicApp.routes.map(({ path }) => path),
  fetchOpen: (request, scope) => talonicApp.fetch(request, scope),
  presentedKey: (request) => bearerKey(request.headers),
  fetch: (request, scope) => talonicApp.fetch(request, scope),
  announcer,
  refuse,
};
