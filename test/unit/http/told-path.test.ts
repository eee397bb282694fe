import { expect, test } from 'vitest';
import { toldPathBy } from '../../../src/http/told-path';

const toldPath = toldPathBy(['/v1/jobs/:id/cancel', '/v1/agents/by-name/:name']);
const ID = '309d9cfc-d06f-4e90-9786-73c6573ce716';

test.each([
  ['/v1/jobs', '/v1/jobs'],
  [`/v1/jobs/${ID}/cancel`, `/v1/jobs/${ID}/cancel`],
  ['/v1/agents/by-name/Jane%20Doe', '/v1/agents/by-name/…'],
  ['/v1/jobs/tlnc_live_secret', '/v1/jobs/…'],
  ['/v1/Jane/:id', '/v1/…/…'],
  ['/', '/'],
])('%s is told as %s', (path, told) => {
  expect(toldPath(path)).toBe(told);
});
