import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { createPorts } from '../../../src/bindings';
import type { DialectName } from '../../../src/http/dialects';
import { readId } from '../../../src/jobs/id-forms';
import { deliveryFor } from '../../support/delivery-records';
import { EACH_DIALECT } from '../../support/dialects';
import { formWith, INVOICE_SCHEMA, invoiceText } from '../../support/documents';
import { type Account, type Answer, type Call, newAccount } from './account';

export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
export const DATA_SCHEMA = { type: 'object', properties: { invoice_number: { type: 'string' } } };
const CONFIGURATION = { product_type: 'extract_v2', data_schema: DATA_SCHEMA };

/** One of everything that can be named, by the kind of thing. */
export type Owned = Readonly<Record<Thing, string>>;
export type Thing =
  | 'document'
  | 'extraction'
  | 'job'
  | 'schema'
  | 'field'
  | 'source'
  | 'webhook'
  | 'key'
  | 'delivery'
  | 'retab webhook'
  | 'agent'
  | 'agent name'
  | 'project'
  | 'configuration'
  | 'webhook config'
  | 'template'
  | 'extract project'
  | 'dataset'
  | 'dataset document'
  | 'iteration'
  | 'prediction';

/** Asks under the prefix of a dialect, with the key where the dialect has it. */
export const ask = <Body>(name: DialectName, account: Account, method: string, path: string, call: Call = {}) => {
  const headers = { ...EACH_DIALECT[name].keyHeaders(account.key), ...call.headers };
  return account.call<Body>(method, `/${name}${path}`, { ...call, headers });
};

async function made<Body>(...[name, account, method, path, call]: Parameters<typeof ask>): Promise<Body> {
  const { status, body } = await ask<Body>(name, account, method, path, call);
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

type Named = { readonly id: string };

export async function ownerOfEverything(): Promise<{ readonly account: Account; readonly owned: Owned }> {
  const account = await newAccount();
  const post = (name: DialectName, path: string, json: unknown) => made<Named>(name, account, 'POST', path, { json });
  const schema = await post('talonic', '/v1/schemas', { name: 'A', definition: INVOICE_SCHEMA });
  const form = formWith(invoiceText(1));
  form.set('schema_id', schema.id);
  const extracted = await made<{ extraction_id: string; job_id: string; document: Named }>(
    'talonic',
    account,
    'POST',
    '/v1/extract',
    { form },
  );
  const source = await post('talonic', '/v1/sources', { name: 'Mailroom' });
  const webhook = await post('talonic', '/v1/webhooks', { url: 'https://hooks.test/a', events: null });
  const delivery = deliveryFor(account.id, { webhookId: webhook.id, jobId: extracted.job_id });
  await createPorts(env).deliveries.put([delivery]);
  const retabWebhook = await post('retab', '/v1/webhooks', { url: 'https://hooks.test/a', enabled: false });
  const key = await post('talonic', '/v1/keys', { name: 'Robot' });
  const agentName = `Agent of ${account.id}`;
  const agents = '/api/v1/extraction/extraction-agents';
  const agent = await post('llamacloud', agents, { name: agentName, data_schema: DATA_SCHEMA, config: {} });
  const configurations = '/api/v1/beta/configurations';
  const configuration = await post('llamacloud', configurations, { name: 'C', parameters: CONFIGURATION });
  const webhookConfig = await post('llamacloud', '/api/v1/beta/webhook-configs', {
    webhook_url: 'https://hooks.test/a',
  });
  const [project] = await made<Named[]>('llamacloud', account, 'GET', '/api/v1/projects');
  // So that every list which names one of them has something to show.
  const [file_id, extraction_agent_id] = [extracted.document.id, agent.id];
  await made('talonic', account, 'POST', `/v1/sources/${source.id}/documents`, { form: formWith(invoiceText(2)) });
  await post('llamacloud', '/api/v1/extraction/jobs?from_ui=true', { extraction_agent_id, file_id });
  await post('llamacloud', '/api/v2/extract', { file_input: file_id, configuration_id: configuration.id });
  const kept = await keptThings(account);
  const field = await vi.waitUntil(
    async () => (await made<{ data: Named[] }>('talonic', account, 'GET', '/v1/fields')).data[0],
    { timeout: 10_000 },
  );
  return {
    account,
    owned: {
      document: extracted.document.id,
      extraction: extracted.extraction_id,
      job: extracted.job_id,
      schema: schema.id,
      field: field.id,
      source: source.id,
      webhook: webhook.id,
      key: key.id,
      delivery: delivery.id,
      'retab webhook': retabWebhook.id,
      agent: agent.id,
      'agent name': agentName,
      project: project?.id ?? '',
      configuration: configuration.id,
      'webhook config': webhookConfig.id,
      ...kept,
    },
  };
}

const PDF = 'data:application/pdf;base64,JVBERi0xLjQKJSVFT0YK';
const TEXT = 'data:text/plain;base64,VG90YWw6IDExOS4wMCBFVVI=';

/** A template, and a project with all that one can have. */
async function keptThings(
  account: Account,
): Promise<Pick<Owned, 'template' | 'extract project' | 'dataset' | 'dataset document' | 'iteration' | 'prediction'>> {
  const post = async (path: string, json: unknown): Promise<string> =>
    (await made<Named>('retab', account, 'POST', path, { json })).id;
  const template = await post('/v1/edit/templates', { name: 'T', document: { url: PDF }, form_fields: [] });
  const project = await post('/v1/projects', { name: 'P', json_schema: DATA_SCHEMA });
  const dataset = await post(`/v1/projects/${project}/datasets`, { name: 'D' });
  const at = `/v1/projects/${project}/datasets/${dataset}`;
  const document = await post(`${at}/dataset-documents`, { mime_data: { filename: 'a.txt', url: TEXT } });
  const iteration = await post(`${at}/iterations`, {});
  const process = `${at}/iterations/${iteration}/iteration-documents/processDocumentsFromDatasetId`;
  const prediction = await post(process, { dataset_document_id: document });
  return { template, 'extract project': project, dataset, 'dataset document': document, iteration, prediction };
}

/** What says how often somebody asked, and when. */
const PASSING = ['x-request-id', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

/** An answer without what is different every time: the ids themselves, the request's id and the time. */
export function plain({ status, headers, body }: Answer<unknown>, ...ids: readonly string[]): string {
  const beside = [...headers].filter(([name]) => !PASSING.includes(name));
  const text = ids
    .reduce(
      (told, id) =>
        told
          .replaceAll(id, ':id')
          .replaceAll(readId(id) ?? id, ':id')
          .replaceAll(encodeURIComponent(id), ':id'),
      JSON.stringify([body, beside]),
    )
    .replaceAll(headers.get('x-request-id') ?? '', ':request')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/, '":time"');
  return `${status} ${text}`;
}
