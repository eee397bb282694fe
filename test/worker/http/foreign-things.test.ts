/** Ids that are not the caller's, and those that are none at all. */
import { describe, expect, test } from 'vitest';
import type { ErrorEnvelope } from '../../../src/http/talonic/wire';
import { INVOICE_SCHEMA } from '../../support/documents';
import { newAccount } from './account';
import { callOf, expectEnvelope, ownedThings, ROUTES, UNKNOWN_ID, withId } from './talonic-refusal';

describe('things of another account', () => {
  test('cannot be told from things that are not there', async () => {
    const owner = await newAccount();
    const stranger = await newAccount();
    const owned = await ownedThings(owner);
    const asked = async (method: string, path: string, id: string): Promise<string> => {
      const { status, body } = await stranger.call<ErrorEnvelope>(method, withId(path, id), callOf(method, path));
      const text = JSON.stringify({ ...body, request_id: '', timestamp: '' });
      return `${method} ${path} ${status} ${text.replaceAll(id, ':id')}`;
    };
    const byId = ROUTES.filter(({ path }) => path.includes(':id'));
    expect(byId.length).toBe(35);
    for (const { method, path } of byId) {
      const id = owned[path.split('/')[2] ?? ''] ?? '';
      const answer = await asked(method, path, id);
      expect(answer).toBe(await asked(method, path, UNKNOWN_ID));
      expect(answer).toContain(' 404 ');
    }
    for (const kind of ['jobs', 'documents', 'extractions', 'schemas', 'fields', 'sources', 'webhooks']) {
      const { body } = await stranger.call<{ data: unknown[]; pagination: { total: number } }>('GET', `/v1/${kind}`);
      expect([kind, body.data, body.pagination.total]).toEqual([kind, [], 0]);
    }
    for (const [path, json] of [
      ['/v1/jobs', { schema_id: owned.schemas }],
      ['/v1/extract', { document_id: owned.documents, schema: INVOICE_SCHEMA }],
    ] as const) {
      expectEnvelope(await stranger.call<ErrorEnvelope>('POST', path, { json }), 'RESOURCE_NOT_FOUND', 404);
    }
    expect((await owner.call<{ name: string }>('GET', `/v1/schemas/${owned.schemas}`)).body.name).toBe('A');
  });
});

describe('an id that is none', () => {
  test.each(ROUTES.filter(({ path }) => path.includes(':id')))(
    '$method $path with a malformed id answers 400',
    async ({ method, path }) => {
      const account = await newAccount();
      for (const id of ['nonsense', 'a%2Fb', `${UNKNOWN_ID}0`, '%E0%A4%A']) {
        const answer = await account.call<ErrorEnvelope>(method, withId(path, id), callOf(method, path));
        expectEnvelope(answer, 'VALIDATION_ERROR', 400);
      }
    },
  );
});
