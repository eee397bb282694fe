/** Ids that are named in a body or a query: what another account owns cannot be told from what is not there. */
import { expect, test } from 'vitest';
import type { DialectName } from '../../../src/http/dialects';
import { DIALECT_NAMES } from '../../support/dialects';
import { INVOICE_SCHEMA } from '../../support/documents';
import type { Call } from './account';
import { ask, DATA_SCHEMA, type Owned, ownerOfEverything, plain, type Thing, UNKNOWN_ID } from './owned-things';

const NOTE = { filename: 'a.txt', url: 'data:text/plain;base64,VG90YWw6IDExOS4wMCBFVVI=' };

/** Things that are named in a body or a query, with the id in its place. The caller's own ones answer differently. */
const REFERENCES: readonly (readonly [DialectName, string, Thing, string, ((id: string, own: Owned) => Call)?])[] = [
  ['talonic', 'POST', 'schema', '/v1/jobs', (id, own) => ({ json: { schema_id: id, document_ids: [own.document] } })],
  ['talonic', 'POST', 'document', '/v1/jobs', (id, own) => ({ json: { schema_id: own.schema, document_ids: [id] } })],
  ['talonic', 'POST', 'document', '/v1/extract', (id) => ({ json: { document_id: id, schema: INVOICE_SCHEMA } })],
  ['talonic', 'POST', 'schema', '/v1/extract', (id, own) => ({ json: { document_id: own.document, schema_id: id } })],
  ['talonic', 'GET', 'document', '/v1/extractions?document_id=:id'],
  ['talonic', 'GET', 'schema', '/v1/extractions?schema_id=:id'],
  ['talonic', 'GET', 'source', '/v1/documents?source_id=:id'],
  ['talonic', 'POST', 'source', '/v1/documents/filter', (id) => ({ json: { conditions: [], source_id: id } })],
  [
    'talonic',
    'POST',
    'field',
    '/v1/documents/filter',
    (id) => ({ json: { conditions: [{ fieldId: id, operator: 'is_not_empty' }] } }),
  ],
  ['talonic', 'GET', 'job', '/v1/webhook-deliveries?job_id=:id'],
  ['talonic', 'GET', 'webhook', '/v1/webhook-deliveries?webhook_id=:id'],
  [
    'talonic',
    'POST',
    'source',
    '/v1/webhooks',
    (id) => ({ json: { url: 'https://hooks.test/b', source_connection_id: id } }),
  ],
  [
    'retab',
    'POST',
    'template',
    '/v1/edit/templates/fill',
    (id) => ({ json: { template_id: id, instructions: 'A: 1' } }),
  ],
  ['retab', 'GET', 'job', '/v1/jobs?id=:id'],
  ['retab', 'GET', 'job', '/v1/jobs?after=:id'],
  ['retab', 'GET', 'job', '/v1/jobs?before=:id'],
  [
    'retab',
    'POST',
    'document',
    '/v1/jobs',
    (id) => ({
      json: {
        endpoint: '/v1/documents/extract',
        request: {
          document: { id, filename: 'a.txt', mime_type: 'text/plain' },
          json_schema: DATA_SCHEMA,
          model: 'retab-small',
        },
      },
    }),
  ],
  ['retab', 'GET', 'template', '/v1/edit/templates?after=:id'],
  ['retab', 'GET', 'extract project', '/v1/projects?before=:id'],
  ['retab', 'POST', 'extract project', '/v1/projects/extract', (id) => ({ json: { project_id: id, document: NOTE } })],
  [
    'retab',
    'POST',
    'iteration',
    '/v1/projects/extract',
    (id, own) => ({ json: { project_id: own['extract project'], iteration_id: id, document: NOTE } }),
  ],
  [
    'retab',
    'POST',
    'dataset',
    '/v1/evals/extract/process',
    (id, own) => ({ json: { project_id: own['extract project'], dataset_id: id } }),
  ],
  [
    'retab',
    'POST',
    'dataset document',
    '/v1/evals/extract/process',
    (id, own) => ({
      json: { project_id: own['extract project'], dataset_id: own.dataset, dataset_document_id: id },
    }),
  ],
  ['llamacloud', 'GET', 'agent', '/api/v1/extraction/jobs?extraction_agent_id=:id'],
  ['llamacloud', 'GET', 'agent', '/api/v1/extraction/runs?extraction_agent_id=:id'],
  ['llamacloud', 'GET', 'agent', '/api/v1/extraction/runs/latest-from-ui?extraction_agent_id=:id'],
  [
    'llamacloud',
    'POST',
    'agent',
    '/api/v1/extraction/jobs',
    (id, own) => ({ json: { extraction_agent_id: id, file_id: own.document } }),
  ],
  [
    'llamacloud',
    'POST',
    'document',
    '/api/v1/extraction/jobs',
    (id, own) => ({ json: { extraction_agent_id: own.agent, file_id: id } }),
  ],
  [
    'llamacloud',
    'POST',
    'document',
    '/api/v1/extraction/jobs/batch',
    (id, own) => ({ json: { extraction_agent_id: own.agent, file_ids: [own.document, id] } }),
  ],
  [
    'llamacloud',
    'POST',
    'document',
    '/api/v1/extraction/run',
    (id) => ({ json: { data_schema: DATA_SCHEMA, config: {}, file_id: id } }),
  ],
  [
    'llamacloud',
    'POST',
    'document',
    '/api/v2/extract',
    (id) => ({ json: { file_input: id, configuration: { data_schema: DATA_SCHEMA } } }),
  ],
  [
    'llamacloud',
    'POST',
    'configuration',
    '/api/v2/extract',
    (id, own) => ({ json: { file_input: own.document, configuration_id: id } }),
  ],
  [
    'llamacloud',
    'POST',
    'webhook config',
    '/api/v2/extract',
    (id, own) => ({
      json: { file_input: own.document, configuration_id: own.configuration, webhook_configuration_ids: [id] },
    }),
  ],
  ['llamacloud', 'GET', 'configuration', '/api/v2/extract?configuration_id=:id'],
  ['llamacloud', 'GET', 'job', '/api/v2/extract?job_ids=:id'],
  ['llamacloud', 'GET', 'document', '/api/v2/extract?file_input=:id'],
  ['llamacloud', 'GET', 'document', '/api/v1/beta/files?file_ids=:id'],
  ['llamacloud', 'GET', 'project', '/api/v1/beta/files?project_id=:id'],
];

test.each(DIALECT_NAMES)(
  '%s: a thing of another account named in a body or a query is as unknown as one that is not there',
  async (name) => {
    const [{ owned }, { account: stranger, owned: own }] = [await ownerOfEverything(), await ownerOfEverything()];
    for (const [, method, thing, path, callOf] of REFERENCES.filter(([dialect]) => dialect === name)) {
      const answer = async (id: string) =>
        plain(await ask(name, stranger, method, path.replace(':id', id), callOf?.(id, own)), id);
      const theirs = await answer(owned[thing]);
      expect([method, path, theirs]).toEqual([method, path, await answer(UNKNOWN_ID)]);
      expect([method, path, theirs]).not.toEqual([method, path, await answer(own[thing])]);
    }
  },
);
