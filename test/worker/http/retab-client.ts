import { vi } from 'vitest';
import { toBase64 } from '../../../src/jobs/base64';
import { invoiceText } from '../../support/documents';
import type { RetabJob as Job } from '../../support/retab-job';
import { type Account, type Answer, type Call, newAccount } from './account';

/** Speaks as the vendor's clients do: the key in `Api-Key`, no prefix. */
export interface RetabClient {
  readonly account: Account;
  call<Body = Record<string, unknown>>(method: string, path: string, call?: Call): Promise<Answer<Body>>;
}

export async function newRetabClient(): Promise<RetabClient> {
  const account = await newAccount();
  return {
    account,
    call: (method, path, { headers = {}, ...call } = {}) =>
      account.call(method, path, { ...call, headers: { 'api-key': account.key, ...headers } }),
  };
}

export const JSON_SCHEMA = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string' },
    due_date: { type: 'string', format: 'date' },
    total_gross: { type: 'number' },
    seller_iban: { type: 'string' },
  },
};

export const dataUrl = (text: string): string => `data:text/plain;base64,${toBase64(new TextEncoder().encode(text))}`;

/** The request of an extraction job over the generated invoice of this number. */
export const extractRequest = (index: number, changes: Readonly<Record<string, unknown>> = {}) => ({
  document: { filename: `invoice-${index}.txt`, url: dataUrl(new TextDecoder().decode(invoiceText(index).bytes)) },
  json_schema: JSON_SCHEMA,
  model: 'retab-micro',
  ...changes,
});

export async function createJob(client: RetabClient, request: unknown, metadata?: unknown): Promise<Job> {
  const json = { endpoint: '/v1/documents/extract', request, ...(metadata === undefined ? {} : { metadata }) };
  const { status, body } = await client.call<Job>('POST', '/v1/jobs', { json });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

export const getJob = async (client: RetabClient, id: string, query = ''): Promise<Job> =>
  (await client.call<Job>('GET', `/v1/jobs/${id}${query}`)).body;

const ENDED = ['completed', 'failed', 'cancelled', 'expired'];

/** As the vendor's clients wait: light views until the end, then one with the response. */
export async function untilEnded(client: RetabClient, id: string): Promise<Job> {
  await vi.waitUntil(async () => ENDED.includes((await getJob(client, id)).status), { timeout: 20_000 });
  return getJob(client, id, '?include_request=false&include_response=true');
}
