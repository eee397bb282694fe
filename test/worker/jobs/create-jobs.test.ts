import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { CreateJob } from '../../../src/jobs/create-job';
import { createJobs } from '../../../src/jobs/create-jobs';
import type { Gate } from '../../../src/jobs/gate-port';
import type { Ports } from '../../../src/jobs/ports';
import type { Caller } from '../../../src/jobs/records';
import { outage } from '../../../src/jobs/steadily';
import { extractionOf, newCaller, ports, storeInvoices } from '../../support/accounts';

async function commandsOf(caller: Caller, key: string | null): Promise<readonly CreateJob[]> {
  const documents = await storeInvoices(caller, 3);
  return documents.map((document, position) =>
    extractionOf([document], {
      joinsSame: false,
      idempotencyKey: key && `${key}#${position}`,
      delayMs: 60_000,
    }),
  );
}

/** The gate of the last of three jobs does not answer. */
function withoutLast(): Ports {
  let opened = 0;
  const { gates, ...rest } = ports();
  const open =
    (gate: Gate): Gate['open'] =>
    async (opening) => {
      opened += 1;
      if (opened === 3) throw outage('The job');
      return gate.open(opening);
    };
  // Called on the gate itself: its methods are its own.
  const at = (ref: Parameters<typeof gates.at>[0]) => ({ ...gates.at(ref), open: open(gates.at(ref)) });
  return { ...rest, gates: { at } };
}

const listed = async ({ accountId }: Caller): Promise<readonly string[]> =>
  (await ports().jobs.list(accountId, { limit: 10, after: null, order: 'asc', offset: 0 })).items.map(({ id }) => id);

const stored = async ({ accountId }: Caller): Promise<number> =>
  (await env.BLOBS.list({ prefix: `accounts/${accountId}/jobs/` })).objects.length;

describe('several jobs made by one request, of which the last cannot be made', () => {
  test('leave nothing that nobody knows of', async () => {
    const caller = newCaller();
    const commands = await commandsOf(caller, null);
    await expect(createJobs(withoutLast(), caller, commands)).rejects.toMatchObject({ code: 'storage-unavailable' });
    expect(await listed(caller)).toEqual([]);
    // What was stored for the last one before its gate was asked: the sweep finds it.
    expect(await stored(caller)).toBe(1);
  });

  test('are found again by their key, each once', async () => {
    const caller = newCaller();
    const commands = await commandsOf(caller, 'k');
    await expect(createJobs(withoutLast(), caller, commands)).rejects.toMatchObject({ code: 'storage-unavailable' });
    const before = await listed(caller);
    const made = await createJobs(ports(), caller, commands);
    const idsOf = (some: typeof made) => some.map(({ job }) => job.id).sort();
    expect(idsOf(made.filter(({ joined }) => joined))).toEqual([...before].sort());
    expect([before.length, idsOf(made)]).toEqual([2, [...(await listed(caller))].sort()]);
  });
});
