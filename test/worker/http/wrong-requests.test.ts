/** Every way a request can be wrong, in the one envelope its clients read. */
import { describe, expect, test } from 'vitest';
import type { ErrorEnvelope } from '../../../src/http/talonic/wire';
import {
  emptyFile,
  encryptedPdf,
  formWith,
  INVOICE_SCHEMA,
  invoiceText,
  windowsProgram,
} from '../../support/documents';
import { type Call, newAccount } from './account';
import { expectEnvelope, ownedThings, UNKNOWN_ID } from './talonic-refusal';

describe('what is asked for wrongly', () => {
  const cases: readonly (readonly [string, string, string, Call, number, string])[] = [
    ['broken JSON', 'POST', '/v1/jobs', { text: '{"schema_id": ' }, 400, 'VALIDATION_ERROR'],
    ['a body that is no object', 'POST', '/v1/schemas', { text: '[1]' }, 400, 'VALIDATION_ERROR'],
    ['no body', 'POST', '/v1/jobs', {}, 400, 'VALIDATION_ERROR'],
    ['a schema id that is none', 'POST', '/v1/jobs', { json: { schema_id: 'x' } }, 400, 'VALIDATION_ERROR'],
    ['an unknown schema', 'POST', '/v1/jobs', { json: { schema_id: UNKNOWN_ID } }, 404, 'RESOURCE_NOT_FOUND'],
    [
      'a name of 201 characters',
      'POST',
      '/v1/jobs',
      { json: { schema_id: UNKNOWN_ID, name: 'x'.repeat(201) } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a malformed document id',
      'POST',
      '/v1/jobs',
      { json: { schema_id: UNKNOWN_ID, document_ids: ['x'] } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      '2,001 documents',
      'POST',
      '/v1/jobs',
      { json: { schema_id: UNKNOWN_ID, document_ids: Array(2001).fill(UNKNOWN_ID) } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a schema without a name',
      'POST',
      '/v1/schemas',
      { json: { definition: INVOICE_SCHEMA } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a schema name of 101 characters',
      'POST',
      '/v1/schemas',
      { json: { name: 'x'.repeat(101), definition: INVOICE_SCHEMA } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a definition without fields',
      'POST',
      '/v1/schemas',
      { json: { name: 'A', definition: {} } },
      400,
      'VALIDATION_ERROR',
    ],
    ['no definition', 'POST', '/v1/schemas', { json: { name: 'A' } }, 400, 'VALIDATION_ERROR'],
    [
      'a definition and fields',
      'POST',
      '/v1/schemas',
      { json: { name: 'A', definition: INVOICE_SCHEMA, fields: [] } },
      400,
      'VALIDATION_ERROR',
    ],
    ['a cursor that is none', 'GET', '/v1/jobs?cursor=zzz', {}, 400, 'VALIDATION_ERROR'],
    ['a limit of 0', 'GET', '/v1/documents?limit=0', {}, 400, 'VALIDATION_ERROR'],
    ['a limit in words', 'GET', '/v1/extractions?limit=ten', {}, 400, 'VALIDATION_ERROR'],
    ['an unknown status', 'GET', '/v1/jobs?status=sleeping', {}, 400, 'VALIDATION_ERROR'],
    ['an unknown order', 'GET', '/v1/jobs?order=random', {}, 400, 'VALIDATION_ERROR'],
    ['a date that is none', 'GET', '/v1/documents?after=yesterday', {}, 400, 'VALIDATION_ERROR'],
    ['a wait that is none', 'GET', `/v1/jobs/${UNKNOWN_ID}?wait=long`, {}, 400, 'VALIDATION_ERROR'],
    ['an upload that is no form', 'POST', '/v1/documents', { json: {} }, 400, 'VALIDATION_ERROR'],
    ['an upload without a file', 'POST', '/v1/documents', { form: new FormData() }, 400, 'VALIDATION_ERROR'],
    [
      'a form that is none',
      'POST',
      '/v1/documents',
      { text: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a form without a boundary',
      'POST',
      '/v1/extract',
      { text: 'x', headers: { 'content-type': 'multipart/form-data' } },
      400,
      'VALIDATION_ERROR',
    ],
    ['an empty file', 'POST', '/v1/documents', { form: formWith(emptyFile()) }, 400, 'VALIDATION_ERROR'],
    ['a program', 'POST', '/v1/documents', { form: formWith(windowsProgram()) }, 422, 'EXTRACTION_FAILED'],
    ['an extraction of nothing', 'POST', '/v1/extract', { json: { schema: INVOICE_SCHEMA } }, 400, 'VALIDATION_ERROR'],
    [
      'two sources',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, file_url: 'https://a.test' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a URL on a private network',
      'POST',
      '/v1/extract',
      { json: { file_url: 'https://10.0.0.1/b.pdf', schema: INVOICE_SCHEMA } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a URL of a local network',
      'POST',
      '/v1/documents',
      { json: { file_url: 'https://nas.local/b.pdf' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'two schemas',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: INVOICE_SCHEMA, schema_id: UNKNOWN_ID } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a schema that is broken JSON',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: '{' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'options that are broken JSON',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: INVOICE_SCHEMA, options: '{' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a page range that is none',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: INVOICE_SCHEMA, options: { page_range: '5-1' } } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'an unknown document',
      'POST',
      '/v1/extract',
      { json: { document_id: UNKNOWN_ID, schema: INVOICE_SCHEMA } },
      404,
      'RESOURCE_NOT_FOUND',
    ],
    [
      'no corrections',
      'PATCH',
      `/v1/extractions/${UNKNOWN_ID}/data`,
      { json: { corrections: [] } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a way to propagate that is none',
      'PATCH',
      `/v1/extractions/${UNKNOWN_ID}/data`,
      { json: { corrections: [{ field: 'a', value: 1 }], propagate: 'all' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a long idempotency key',
      'POST',
      '/v1/jobs',
      { json: { schema_id: UNKNOWN_ID }, headers: { 'idempotency-key': 'k'.repeat(256) } },
      400,
      'VALIDATION_ERROR',
    ],
    ['a tier that is none', 'GET', '/v1/fields?tier=best', {}, 400, 'VALIDATION_ERROR'],
    ['a search for nothing', 'GET', '/v1/search', {}, 400, 'VALIDATION_ERROR'],
    ['usage of more than a year', 'GET', '/v1/usage/credits?days=366', {}, 400, 'VALIDATION_ERROR'],
    [
      'an operator that is none',
      'POST',
      '/v1/documents/filter',
      { json: { conditions: [{ field: 'total', operator: 'like', value: 1 }] } },
      400,
      'VALIDATION_ERROR',
    ],
    ['an upload without a name', 'POST', '/v1/documents/upload-session', { json: {} }, 400, 'VALIDATION_ERROR'],
    ['a link that leads nowhere', 'PUT', '/v1/upload/nowhere', { text: 'x' }, 404, 'RESOURCE_NOT_FOUND'],
    ['a source without a name', 'POST', '/v1/sources', { json: { type: 'mail' } }, 400, 'VALIDATION_ERROR'],
    [
      'a webhook that is not secure',
      'POST',
      '/v1/webhooks',
      { json: { url: 'http://a.test/in' } },
      400,
      'VALIDATION_ERROR',
    ],
    [
      'a webhook for an unknown source',
      'POST',
      '/v1/webhooks',
      { json: { url: 'https://a.test/in', source_connection_id: UNKNOWN_ID } },
      404,
      'RESOURCE_NOT_FOUND',
    ],
    ['a route that is not there', 'GET', '/v1/nothing', {}, 404, 'RESOURCE_NOT_FOUND'],
    ['a method that is not there', 'DELETE', '/v1/jobs', {}, 404, 'RESOURCE_NOT_FOUND'],
  ];
  test.each(cases)('%s', async (_name, method, path, call, statusCode, code) => {
    const account = await newAccount();
    const answer = await account.call<ErrorEnvelope>(method, path, call);
    expectEnvelope(answer, code, statusCode);
    // A secret does not come back in the answer.
    const told = path.replace(/^\/v1\/upload\/.*/, '/v1/upload/…').split('?')[0];
    expect(answer.body).toMatchObject({ retryable: false, path: told });
  });

  test('a form with broken JSON for its schema, an encrypted PDF and a document that shows nothing to ask for', async () => {
    const account = await newAccount();
    const broken = formWith(invoiceText(1));
    broken.set('schema', '{"a": ');
    expectEnvelope(await account.call<ErrorEnvelope>('POST', '/v1/extract', { form: broken }), 'VALIDATION_ERROR', 400);

    const locked = formWith(encryptedPdf());
    locked.set('schema', JSON.stringify(INVOICE_SCHEMA));
    expectEnvelope(await account.call<ErrorEnvelope>('POST', '/v1/extract', { form: locked }), 'OCR_FAILED', 422);

    const bare = {
      filename: 'aye.txt',
      mediaType: 'text/plain',
      bytes: new Uint8Array(new TextEncoder().encode('aye aye')),
    };
    const document = await account.call<{ id: string }>('POST', '/v1/documents', { form: formWith(bare) });
    for (const path of ['/v1/extract', `/v1/documents/${document.body.id}/re-extract`]) {
      const json = path === '/v1/extract' ? { document_id: document.body.id } : {};
      const answer = await account.call<ErrorEnvelope>('POST', path, { json });
      expectEnvelope(answer, 'VALIDATION_ERROR', 400);
      expect(answer.body.message).toContain('say in the instructions what to extract');
    }
  });

  test('a correction of a field the schema does not have names those it has', async () => {
    const account = await newAccount();
    const { extractions } = await ownedThings(account);
    const json = { corrections: [{ field: 'nonsense', value: 1 }] };
    const answer = await account.call<ErrorEnvelope>('PATCH', `/v1/extractions/${extractions}/data`, { json });
    expectEnvelope(answer, 'VALIDATION_ERROR', 400);
    expect(answer.body.message).toBe(
      'corrections[0].field: "nonsense" is no field of the schema; it has invoice_number, due_date, total_gross',
    );
  });

  test('a job that has ended cannot be cancelled or tried again', async () => {
    const account = await newAccount();
    const { jobs } = await ownedThings(account);
    for (const verb of ['cancel', 'retry']) {
      const answer = await account.call<ErrorEnvelope>('POST', `/v1/jobs/${jobs}/${verb}`);
      expectEnvelope(answer, 'VALIDATION_ERROR', 409);
      expect(answer.body).toMatchObject({ error: 'Conflict', retryable: false });
    }
  });

  test.each([
    ['application/json', 9],
    ['multipart/form-data; boundary=b', 52],
  ])('a body of %s that grows past its limit while it is read', async (type, mebibytes) => {
    const account = await newAccount();
    const mebibyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === mebibytes) controller.close();
        else controller.enqueue(mebibyte);
        sent += 1;
      },
    });
    const response = await account.open('/v1/extract', { 'content-type': type }, { method: 'POST', body });
    const answer = {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as ErrorEnvelope,
    };
    expectEnvelope(answer, 'FILE_TOO_LARGE', 413);
  });
});
