/** What every refusal of this dialect is checked against. */
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { createPorts } from '../../../src/bindings';
import type { ErrorEnvelope } from '../../../src/http/talonic/wire';
import { fieldIdOf } from '../../../src/jobs/field';
import { deliveryFor } from '../../support/delivery-records';
import { formWith, INVOICE_SCHEMA, invoiceText } from '../../support/documents';
import type { Account, Answer, Call } from './account';
import { routesOf } from './every-route';

export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

const { closed, open } = routesOf('talonic');
export const CLOSED_ROUTES = closed;
export const ROUTES = [...closed, ...open];

/** Good enough to get past the door of each route that wants a body. */
const BODIES: Readonly<Record<string, unknown>> = {
  'PUT /v1/schemas/:id': { name: 'Other' },
  'PATCH /v1/extractions/:id/data': { corrections: [{ field: 'invoice_number', value: 'stolen' }] },
  'PATCH /v1/sources/:id': { name: 'Other' },
  'PUT /v1/sources/:id': { name: 'Other' },
  'PATCH /v1/webhooks/:id': { is_active: false },
  'PUT /v1/webhooks/:id': { is_active: false },
};

export const withId = (path: string, id: string): string => path.replace(':id', id);

export function callOf(method: string, path: string): Call {
  const json = BODIES[`${method} ${path}`];
  return json === undefined ? {} : { json };
}

export function expectEnvelope(
  { status, headers, body }: Answer<ErrorEnvelope>,
  code: string,
  statusCode: number,
): void {
  expect(body).toEqual({
    statusCode,
    code,
    error: expect.any(String),
    message: expect.any(String),
    retryable: expect.any(Boolean),
    request_id: headers.get('x-request-id'),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    path: expect.stringMatching(/^\/v1\//),
  });
  expect(status).toBe(statusCode);
  expect(headers.get('content-type')).toBe('application/json');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
}

/** One of everything that has an id, by the part of the path that names its kind. */
export async function ownedThings(account: Account): Promise<Record<string, string>> {
  const schema = await account.call<{ id: string }>('POST', '/v1/schemas', {
    json: { name: 'A', definition: INVOICE_SCHEMA },
  });
  const form = formWith(invoiceText(1));
  form.set('schema_id', schema.body.id);
  const extracted = await account.call<{ extraction_id: string; job_id: string; document: { id: string } }>(
    'POST',
    '/v1/extract',
    { form },
  );
  expect(extracted.status).toBe(200);
  const { extraction_id, job_id, document } = extracted.body;
  const source = await account.call<{ id: string }>('POST', '/v1/sources', { json: { name: 'A' } });
  const webhook = await account.call<{ id: string }>('POST', '/v1/webhooks', { json: { url: 'https://a.test/in' } });
  const delivery = deliveryFor(account.id);
  await createPorts(env).deliveries.put([delivery]);
  const key = await account.call<{ id: string }>('POST', '/v1/keys', { json: { name: 'A' } });
  return {
    schemas: schema.body.id,
    documents: document.id,
    extractions: extraction_id,
    jobs: job_id,
    fields: await fieldIdOf(account.id, 'invoice_number'),
    sources: source.body.id,
    webhooks: webhook.body.id,
    keys: key.body.id,
    'webhook-deliveries': delivery.id,
  };
}
