/** What lists, cursors and idempotency keys tell of other accounts: nothing. */
import { expect, test } from 'vitest';
import type { DialectName } from '../../../src/http/dialects';
import { DIALECT_NAMES } from '../../support/dialects';
import { type Account, newAccount } from './account';
import { named, routesOf } from './every-route';
import { ask, DATA_SCHEMA, type Owned, ownerOfEverything, plain, UNKNOWN_ID } from './owned-things';

/** Ids that an account has although it never made anything. */
async function ownIds(account: Account): Promise<readonly string[]> {
  const projects = await ask<{ id: string; organization_id: string }[]>(
    'llamacloud',
    account,
    'GET',
    '/api/v1/projects',
  );
  const agents = '/api/v1/extraction/extraction-agents/default';
  const agent = await ask<{ id: string }>('llamacloud', account, 'GET', agents);
  return [account.id, agent.body.id, ...projects.body.flatMap(({ id, organization_id }) => [id, organization_id])];
}

/** Secrets of an account's own, and times. */
const PASSING = /whsec_[\w+/=]+|\d{4}-\d\d-\d\dT[\d:.]+Z?/g;

const idsIn = (owned: Owned, body: unknown): readonly string[] =>
  Object.values(owned).filter((id) => JSON.stringify(body).includes(id));

/** Each list bare, and with what some of them ask for; the others take it for nothing. */
const QUERIES = ['', `?q=invoice&extraction_agent_id=${UNKNOWN_ID}&limit=100`];

const cursor = ({ pagination }: Record<string, unknown>) => (pagination as { next_cursor: string }).next_cursor;

/** Lists that go on, and how each says where. */
const PAGED: readonly (readonly [DialectName, string, (body: Record<string, unknown>) => string])[] = [
  ['talonic', '/v1/documents?limit=1&cursor=', cursor],
  ['talonic', '/v1/jobs?limit=1&cursor=', cursor],
  ['talonic', '/v1/audit?limit=1&cursor=', cursor],
  ['retab', '/v1/jobs?limit=1&after=', ({ last_id }) => last_id as string],
  ['llamacloud', '/api/v2/extract?page_size=1&page_token=', ({ next_page_token }) => next_page_token as string],
];

test('whoever has nothing sees nothing of those who have: not in a list, nor behind a place in one of theirs', async () => {
  const { account: owner, owned } = await ownerOfEverything();
  const [stranger, nobody] = [await newAccount(), await newAccount()];
  const [theirs, nobodys] = [await ownIds(stranger), await ownIds(nobody)];
  const shown = new Set<string>();
  for (const name of DIALECT_NAMES) {
    const lists = routesOf(name).closed.filter(({ method, path }) => method === 'GET' && !/:(?!kind)/.test(path));
    for (const route of lists) {
      for (const path of QUERIES.map((query) => route.path.replace(':kind', 'extract') + query)) {
        const seen = await ask(name, stranger, 'GET', path);
        const alone = await ask(name, nobody, 'GET', path);
        expect([name, path, plain(seen, ...theirs).replace(PASSING, '')]).toEqual([
          name,
          path,
          plain(alone, ...nobodys).replace(PASSING, ''),
        ]);
        expect([name, path, idsIn(owned, seen.body)]).toEqual([name, path, []]);
        if (idsIn(owned, (await ask(name, owner, 'GET', path)).body).length > 0) shown.add(`${name} ${named(route)}`);
      }
    }
  }
  // What was hidden is there: these show it to the one whose it is.
  expect(shown.size).toBeGreaterThan(12);

  for (const [name, path, placeIn] of PAGED) {
    const first = await ask<Record<string, unknown>>(name, owner, 'GET', path.replace(/&\w+=$/, ''));
    const behind = path + encodeURIComponent(placeIn(first.body));
    const [second, taken] = [await ask(name, owner, 'GET', behind), await ask(name, stranger, 'GET', behind)];
    expect([name, path, first.status, second.status]).toEqual([name, path, 200, 200]);
    expect([name, path, idsIn(owned, taken.body)]).toEqual([name, path, []]);
    expect([name, path, taken.body]).not.toEqual([name, path, second.body]);
  }
});

test('an idempotency key of another account is as unknown as one that nobody used', async () => {
  const [one, other] = [await newAccount(), await newAccount()];
  const run = (account: Account, text: string) =>
    ask<{ id: string }>('llamacloud', account, 'POST', '/api/v1/extraction/run', {
      json: { data_schema: DATA_SCHEMA, config: {}, text },
      headers: { 'idempotency-key': 'the-same-key' },
    });
  const first = await run(one, 'Invoice 7');
  const [second, third] = [await run(other, 'Invoice 7'), await run(other, 'Invoice 7')];
  expect([first.status, second.status, third.body.id]).toEqual([200, 200, second.body.id]);
  expect(second.body.id).not.toBe(first.body.id);
  // That it was used for something else is told only to the one who did.
  const another = await newAccount();
  expect([(await run(other, 'Invoice 8')).status, (await run(another, 'Invoice 8')).status]).toEqual([400, 200]);
});
