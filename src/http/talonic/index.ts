import { bearerKey, type Dialect } from '../dialect';
import { refuse } from './errors';
import { talonicApp } from './routes';

/** https://talonic.com/docs/api — also the documented API of this server. */
export const talonic: Dialect = {
  presentedKey: (request) => bearerKey(request.headers),
  fetch: (request, scope) => talonicApp.fetch(request, scope),
  refuse,
};
