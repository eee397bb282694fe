/** https://talonic.com/docs/api (authentication); `admin` is ours, as what it opens is. */
import { scopesBy } from '../scope';

export const scopeOf = scopesBy({
  extract: ['/v1/extract', '/v1/jobs', '/v1/jobs/:id/retry', '/v1/documents/:id/re-extract'],
  read: ['/v1/documents/filter'],
  admin: ['/v1/keys/*', '/v1/audit/*', '/v1/account/*', '/v1/webhooks/signing-secret'],
});
