/** What each call needs, in this server's words: the vendor's keys may do everything. */
import { scopesBy } from '../scope';

export const scopeOf = scopesBy({
  extract: [
    '/api/v1/extraction/run',
    '/api/v1/extraction/jobs',
    '/api/v1/extraction/jobs/batch',
    '/api/v1/extraction/jobs/file',
    '/api/v1/extraction/extraction-agents/schema/generate',
    '/api/v2/extract',
    '/api/v2/extract/schema/generate',
  ],
  read: [
    '/api/v1/extraction/extraction-agents/schema/validation',
    '/api/v2/extract/schema/validation',
    '/api/v1/beta/files/query',
  ],
  admin: [],
});
