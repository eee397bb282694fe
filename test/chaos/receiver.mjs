import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { choose, dice } from './dice.mjs';

export const EVENTS = ['job.completed', 'job.failed', 'job.cancelled'];

/** What the receiver does with a delivery; only one of them has arrived, and says so. */
const MANNERS = [
  [48, 'takes'],
  [10, 'fails'],
  [8, 'refuses for now'],
  [10, 'resets'],
  [6, 'hangs'],
  [6, 'sends elsewhere'],
  [6, 'takes, and its answer is lost'],
  [6, 'takes its time'],
];

/** Longer than a delivery is waited for, and shorter, in milliseconds. */
const HANG_MS = 2_500;
const SLOW_MS = 600;

/**
 * A receiver of webhooks that is down, slow, resets connections and lies, as the seed says. Keeps every delivery it has
 * answered with a 2xx: `{ id, event, job, attempt, status, isSigned }`.
 */
export async function startReceiver(seed) {
  const taken = [];
  let count = 0;
  let isQuiet = false;
  let secret = '';

  const server = createServer(async (request, response) => {
    const number = ++count;
    const body = await bodyOf(request);
    if (body === null) return;
    const manner = isQuiet ? 'takes' : choose(dice(seed, 'receiver', number), MANNERS);
    const take = () => taken.push(deliveryOf(request.headers, String(body), secret));
    const answer = (status, headers = {}) => response.writeHead(status, headers).end();
    switch (manner) {
      case 'fails':
        return answer(500);
      case 'refuses for now':
        return answer(429, { 'retry-after': '1' });
      case 'resets':
        return request.socket.resetAndDestroy();
      case 'hangs':
        return pause(HANG_MS).then(() => response.destroy());
      case 'sends elsewhere':
        return answer(302, { location: '/elsewhere' });
      case 'takes, and its answer is lost':
        take();
        return response.destroy();
      case 'takes its time':
        await pause(SLOW_MS);
    }
    take();
    return answer(204);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    taken,
    /** How often it was called. */
    calls: () => count,
    setSecret: (told) => {
      secret = told;
    },
    setQuiet: (wanted) => {
      isQuiet = wanted;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What was sent; null: who sent it was killed in the middle of it. */
const bodyOf = (request) => buffer(request).catch(() => null);

function deliveryOf(headers, body, secret) {
  const id = headers['webhook-id'];
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${headers['webhook-timestamp']}.${body}`).digest('base64');
  const { event, data } = JSON.parse(body);
  return {
    id,
    event,
    job: data.id,
    attempt: data.attempt,
    status: data.status,
    isSigned: headers['webhook-signature'] === `v1,${signature}`,
  };
}
