/** Keys as those who run a server manage them: `npm run keys`, against the server of this machine and by its address. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../support/client';
import { runKeys } from '../support/run-keys';
import { type Server, startServer } from '../support/server';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.remove());

const keyIn = (output: string): string => /^key (\S+)$/m.exec(output)?.[1] ?? '';
const idIn = (output: string): string => /^id (\S+)/m.exec(output)?.[1] ?? '';
const statusOf = async (key: string, path = '/v1/jobs') =>
  (await createClient(server.url, key).call('GET', path)).status;

describe('npm run keys', () => {
  it('makes, lists, rotates and revokes a key, and shows what was done', async () => {
    const created = await runKeys(server, 'create', '--account', 'acme', '--name', 'Robot', '--scopes', 'read,write');
    expect([created.code, created.errors]).toEqual([0, '']);
    const [key, id] = [keyIn(created.output), idIn(created.output)];
    expect(await statusOf(key)).toBe(200);
    expect(await statusOf(key, '/v1/keys')).toBe(403);

    const listed = await runKeys(server, 'list', '--account', 'acme');
    expect(listed.output).toMatch(new RegExp(`^${id} +${key.slice(0, 14)}… +read,write .* Robot$`, 'm'));
    expect(listed.output).not.toContain(key);

    const rotated = await runKeys(server, 'rotate', id, '--account', 'acme', '--overlap', '600');
    const next = keyIn(rotated.output);
    expect([await statusOf(key), await statusOf(next)]).toEqual([200, 200]);

    const byAddress = ['--url', server.url, '--key', server.key];
    const revoked = await runKeys(
      { ...server, dataFolder: '/nowhere' },
      'revoke',
      id,
      '--account',
      'acme',
      ...byAddress,
    );
    expect(revoked.output).toMatch(new RegExp(`^revoked ${id} at \\d{4}-`));
    expect([await statusOf(key), await statusOf(next)]).toEqual([401, 401]);

    const told = await runKeys(server, 'audit', '--account', 'acme', '--json');
    const { data } = JSON.parse(told.output) as { data: { action: string; subject_id: string }[] };
    expect(data.map(({ action, subject_id }) => `${action} ${subject_id}`)).toEqual([
      `key.revoked ${id}`,
      `key.rotated ${id}`,
      `key.created ${id}`,
    ]);
  });

  it('says what was wrong: with its words, with the key, with the server', async () => {
    const [unknown, refused, elsewhere] = await Promise.all([
      runKeys(server, 'destroy'),
      runKeys(server, 'create', '--scopes', 'root'),
      runKeys({ ...server, dataFolder: '/nowhere' }, 'list'),
    ]);
    expect([unknown.code, unknown.errors]).toEqual([2, expect.stringContaining('"destroy" is no action')]);
    expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('must be one of read, write')]);
    expect([elsewhere.code, elsewhere.errors]).toEqual([1, expect.stringContaining('no server runs on /nowhere')]);
  });

  it('tells of one key by its id as the server does', async () => {
    const { output } = await runKeys(server, 'create', '--json');
    const { key: _, ...made } = JSON.parse(output) as { id: string; key: string };
    expect(await server.client.ok('GET', `/v1/keys/${made.id}`)).toEqual(made);
  });
});
