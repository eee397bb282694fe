import { describe, expect, test } from 'vitest';
import { accept } from '../../../../src/http/door';
import { ENDPOINTS, OPERATION } from '../../../../src/http/retab/endpoints';
import { ExtractRequest } from '../../../../src/http/retab/extract-wire';
import { CreateJobBody } from '../../../../src/http/retab/job-wire';
import { endpointAt } from '../../../../src/http/retab/run-endpoints';
import { toExtract } from '../../../../src/http/retab/to-command';
import { JobError } from '../../../../src/jobs/errors';
import { PLAIN_READING } from '../../../../src/jobs/request';

const JSON_SCHEMA = { type: 'object', properties: { number: { type: 'string' } } };
const document = { filename: 'a.txt', url: 'data:text/plain;base64,YQ==' };
const requestOf = (changes: Readonly<Record<string, unknown>> = {}): ExtractRequest =>
  accept(ExtractRequest, { document, json_schema: JSON_SCHEMA, ...changes });

describe('an extraction', () => {
  test('with nothing but a document and a shape is a plain one', () => {
    expect(toExtract(requestOf())).toEqual({
      assignment: { operation: 'extract' },
      name: null,
      schema: { kind: 'inline', definition: JSON_SCHEMA },
      options: PLAIN_READING,
      agentId: null,
      projectId: null,
      model: null,
      labels: {},
      origin: 'api',
    });
  });

  test('says how it is to be read, and what it is found by', () => {
    const request = requestOf({
      model: 'retab-large',
      image_resolution_dpi: 300,
      n_consensus: 8,
      bust_cache: true,
      project_id: 'project-1',
      additional_messages: [
        { role: 'system', content: ' Amounts are in cents. ' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Take the last page.' },
            { type: 'image_url', image_url: {} },
          ],
        },
        { role: 'assistant', content: null },
        { role: 'developer', content: '' },
      ],
    });
    expect(toExtract({ ...request, metadata: { team: 'north' } })).toEqual({
      ...toExtract(requestOf()),
      options: {
        ...PLAIN_READING,
        instructions: 'Amounts are in cents.\n\nTake the last page.',
        fresh: true,
        model: 'retab-large',
        dpi: 300,
        readings: 8,
      },
      projectId: 'project-1',
      model: 'retab-large',
      labels: { team: 'north' },
    });
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['no document', { document: undefined }, 'document: must be an object with a filename and a url'],
    ['a document that is text', { document: document.url }, 'document: must be an object with a filename and a url'],
    [
      'a document without anything',
      { document: { filename: 'a.txt' } },
      'document.url: missing; send the document as a data URL ("data:<media type>;base64,<bytes>"), its https URL, or its id',
    ],
    [
      'a filename of 501 characters',
      { document: { ...document, filename: 'x'.repeat(501) } },
      'document.filename: at most 500 characters',
    ],
    ['no shape', { json_schema: undefined }, 'json_schema: must be a JSON Schema object'],
    ['a shape as a list', { json_schema: [] }, 'json_schema: must be a JSON Schema object'],
    ['95 dots per inch', { image_resolution_dpi: 95 }, 'image_resolution_dpi: must be 96 to 300'],
    ['301 dots per inch', { image_resolution_dpi: 301 }, 'image_resolution_dpi: must be 96 to 300'],
    ['no reading', { n_consensus: 0 }, 'n_consensus: must be 1 to 8'],
    ['nine readings', { n_consensus: 9 }, 'n_consensus: must be 1 to 8'],
    ['half a reading', { n_consensus: 1.5 }, 'n_consensus: must be 1 to 8'],
    ['a model that is a number', { model: 4 }, 'model: must be text'],
  ])('with %s is refused', (_name, changes, message) => {
    expect(() => requestOf(changes)).toThrow(message);
  });

  test.each([
    [{}, 'json_schema: the definition produced no fields'],
    [{ type: 'object', properties: { a: { $ref: '#/$defs/none' } } }, 'json_schema.a: '],
    [{ type: 'array', items: { type: 'string' } }, 'json_schema: the root must be an object with properties'],
  ])('of the shape %j is refused, naming the place', (json_schema, message) => {
    expect(() => toExtract(requestOf({ json_schema }))).toThrow(message);
  });
});

describe('metadata', () => {
  const bodyOf = (metadata: unknown) => ({ endpoint: '/v1/documents/extract', request: {}, metadata });
  const pairs = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, 'v']));

  test('of the largest size passes', () => {
    const metadata = { ...pairs(15), ['k'.repeat(64)]: 'v'.repeat(512) };
    expect(accept(CreateJobBody, bodyOf(metadata)).metadata).toEqual(metadata);
  });

  test.each<[string, unknown, string]>([
    ['17 pairs', pairs(17), 'metadata: at most 16 pairs'],
    ['a key of 65 characters', { ['k'.repeat(65)]: 'v' }, 'metadata: a key has at most 64 characters'],
    ['a value of 513 characters', { k: 'v'.repeat(513) }, 'metadata.k: at most 512 characters'],
    ['a value that is a number', { k: 1 }, 'metadata.k: must be text'],
    ['a list', ['k'], 'metadata: must be an object of texts'],
  ])('of %s is refused', (_name, metadata, message) => {
    expect(() => accept(CreateJobBody, bodyOf(metadata))).toThrow(message);
  });
});

describe('an endpoint', () => {
  test.each([...OPERATION.keys()])('%s runs here', (path) => {
    expect(endpointAt(path).path).toBe(path);
  });

  test.each(ENDPOINTS.filter((endpoint) => !OPERATION.has(endpoint)))(
    '%s is known, and refused with what does run',
    (endpoint) => {
      const body = accept(CreateJobBody, { endpoint, request: {} });
      const runs = [...OPERATION.keys()].join(', ');
      expect(() => endpointAt(body.endpoint)).toThrow(
        new JobError('invalid-request', `endpoint: ${endpoint} does not run here; jobs run ${runs}`, {
          field: 'endpoint',
        }),
      );
    },
  );

  test.each(['/v1/documents/unknown', '', 'extract', '/v1/documents/extract/'])('"%s" is unknown', (endpoint) => {
    expect(() => accept(CreateJobBody, { endpoint, request: {} })).toThrow(
      'endpoint: must be one of /v1/documents/extract,',
    );
  });
});
