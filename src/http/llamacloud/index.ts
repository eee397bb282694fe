import { bearerKey, type Dialect } from '../dialect';
import { announcer } from './announce';
import { refuse } from './errors';
import { llamacloudApp } from './routes';
import { scopeOf } from './scopes';
import { SIGNED_PATH } from './signed-url';

/** https://developers.llamaindex.ai — LlamaExtract v1 and v2, files, projects. */
export const llamacloud: Dialect = {
  hasDocumentsInJson: true,
  presentedKey: ({ headers }) => bearerKey(headers) ?? sessionKey(headers),
  isOpen: (method, path) => path === SIGNED_PATH && OPEN_METHODS.has(method),
  scopeOf,
  paths: llamacloudApp.routes.map(({ path }) => path),
  fetchOpen: (request, scope) => llamacloudApp.fetch(request, scope),
  fetch: (request, scope) => llamacloudApp.fetch(request, scope),
  announcer,
  refuse,
};

/** What a link may be asked; anything else at its path is a request like any other. */
const OPEN_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'POST']);

/** The key as browsers send it: in the cookie `session`. */
function sessionKey(headers: Headers): string | null {
  const [, value = ''] = /(?:^|;) *session=([^;]*)/.exec(headers.get('cookie') ?? '') ?? [];
  return value.trim() || null;
}
