import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createCaller } from './caller.mjs';
import {
  untold,
  wrongWithAnswers,
  wrongWithBlobs,
  wrongWithJob,
  wrongWithList,
  wrongWithWebhooks,
} from './check-history.mjs';
import { lookAround } from './final-look.mjs';
import { liveThrough, read, recordOf } from './life-of-a-job.mjs';
import { killsOf, planOf } from './plan.mjs';
import { EVENTS, startReceiver } from './receiver.mjs';
import { createServer } from './server.mjs';
import { contentsOf, expectedNumber, layInStock } from './stock.mjs';

/** Longest that jobs are waited for after a restart, and clients at the end, in milliseconds. */
const LONGEST_SETTLING_MS = 45_000;

/**
 * Jobs that come in a second, unless told otherwise. A server on two cores ends eight to ten of these, and no more than half
 * of them come: what is measured after a restart would otherwise be how much work had piled up before it, and not how soon
 * it is taken up again.
 */
export const JOBS_A_SECOND = 4;

/**
 * Has `jobs` jobs lived through while everything goes wrong and the server is killed `kills` times, all as the seed says; then
 * checks what clients were told. `rate`: jobs that come in a second. Answers `{ restarts, records, finals, history, receiver, checks, wrong }`: `restarts` with the time
 * from each restart to the end of every job that had been acknowledged before, `wrong` as lines. `isControl`: faults end where
 * the server would have been killed, and it goes on: how long the same work takes without a restart.
 */
export async function runChaos({
  seed,
  jobs,
  kills,
  logPath,
  rate = JOBS_A_SECOND,
  isControl = false,
  tell = () => {},
}) {
  const server = await createServer({ seed, logPath });
  const receiver = await startReceiver(seed);
  try {
    await server.start({ isQuiet: true });
    const caller = createCaller(server.url);
    const stock = await layInStock(caller);
    receiver.setSecret(await register(caller, receiver.url));
    const plans = planOf(seed, jobs);
    const records = plans.map(recordOf);
    const rounds = roundsOf(seed, kills);
    const { restarts, lives } = await liveAll({ server, caller, stock, records, rounds, rate, isControl, tell });
    await lives;
    receiver.setQuiet(true);
    const { finals, listed, keys } = await untilTidy(caller, server, records, plans);
    await untilTold(receiver, records, finals);
    const told = { expected: (id) => expectedNumber(stock, id) };
    const wrongJobs = records.flatMap((record) =>
      wrongWithJob(record, finals.get(record), told).map(
        (line) => `job ${record.plan.index} (${record.plan.kind}, ${record.id}): ${line}`,
      ),
    );
    const check = (what, looked, lines) => ({ what, looked, lines });
    const { taken } = receiver;
    const checks = [
      check('jobs are there, end once and as they should, with their values', records.length, wrongJobs),
      check('the list of jobs says the same', listed.size, wrongWithList(listed, records, finals)),
      check('what is stored belongs to something', keys.length, wrongWithBlobs(keys, listed, contentsOf(plans))),
      check(
        'every end is told by signed webhooks, under one id',
        taken.length,
        wrongWithWebhooks(taken, records, finals),
      ),
      check('a 5xx is a 503 that says when to come back', caller.history.length, wrongWithAnswers(caller.history)),
    ];
    const wrong = checks.flatMap(({ what, lines }) => lines.map((line) => `${what}? ${line}`));
    return { restarts, records, finals, history: caller.history, receiver, checks, wrong };
  } finally {
    await receiver.close();
    await server.remove();
  }
}

/** Each round begins under faults and ends with a kill, some with another one while the server still recovers. */
function roundsOf(seed, kills) {
  const rounds = [];
  for (const kill of killsOf(seed, kills))
    if (kill.isWhileRecovering) rounds.at(-1).push(kill);
    else rounds.push([kill]);
  return rounds;
}

async function liveAll({ server, caller, stock, records, rounds, rate, isControl, tell }) {
  const restarts = [];
  const lives = [];
  let isOver = false;
  const perRound = Math.ceil(records.length / rounds.length);
  for (const [number, kills] of rounds.entries()) {
    await server.tell('faults');
    const [first, ...soonAfter] = kills;
    const roundMs = Math.max(first.afterMs, (perRound / rate) * 1000);
    for (const record of records.slice(number * perRound, (number + 1) * perRound))
      lives.push(pause(record.plan.startsAt * roundMs).then(() => liveThrough(caller, record, stock, () => isOver)));
    await pause(roundMs);
    const faults = await server.tell('tally');
    const restart = isControl ? await calmDown(server, records) : await killAndRestart(server, records);
    for (const { soonMs } of isControl ? [] : soonAfter) {
      await pause(soonMs);
      restart.again.push(await killAndRestart(server, records));
    }
    restarts.push({ ...(await settle(caller, server, restart)), faults });
    tell(restarts.at(-1));
  }
  await server.tell('quiet');
  const done = Promise.race([
    Promise.all(lives),
    pause(LONGEST_SETTLING_MS).then(() => {
      isOver = true;
      return Promise.all(lives);
    }),
  ]);
  return { restarts, lives: done };
}

const isPending = ({ id, reads, removed, acknowledgedAt }) =>
  id !== null && acknowledgedAt !== null && removed === null && !reads.some(({ isEnded }) => isEnded);

async function killAndRestart(server, records) {
  await server.kill();
  const pending = records.filter(isPending);
  const killedAt = performance.now();
  await server.start({ isQuiet: true });
  const readyAt = performance.now();
  return { pending, readyAt, restartMs: readyAt - killedAt, again: [] };
}

async function calmDown(server, records) {
  await server.tell('quiet');
  return { pending: records.filter(isPending), readyAt: performance.now(), restartMs: 0, again: [] };
}

/**
 * Waits for every job that was pending when the server was killed; notes how long after the restart each had ended, and how
 * much of the processor the server had by then. One that has ended at the first look had done so before, unseen: of that no
 * time is taken.
 */
async function settle(caller, server, restart) {
  const { pending, readyAt, restartMs, again } = restart;
  const last = again.at(-1) ?? restart;
  const waitedFor = new Set([...pending, ...again.flatMap((one) => one.pending)]);
  const deadline = last.readyAt + LONGEST_SETTLING_MS;
  const settled = [];
  const before = await server.processorSeconds();
  await Promise.all(
    [...waitedFor].map(async (record) => {
      if (await read(caller, record)) return;
      while (performance.now() < deadline) {
        if (await read(caller, record, '?wait=10')) break;
        await pause(50);
      }
      const ms = performance.now() - last.readyAt;
      settled.push({ record, ms, processorMs: 1000 * ((await server.processorSeconds()) - before) });
    }),
  );
  return { pending: settled.length, kills: 1 + again.length, restartMs, readyAt, settled };
}

/** Has the ends of all jobs told to the receiver; answers the secret they are signed with. */
async function register(caller, url) {
  const answer = await caller.call('stock', { method: 'POST', path: '/v1/webhooks', json: { url, events: EVENTS } });
  if (answer?.status !== 201 && answer?.status !== 200) throw new Error(`no webhook: ${JSON.stringify(answer)}`);
  return answer.body.secret;
}

async function untilTold(receiver, records, finals) {
  const deadline = performance.now() + LONGEST_SETTLING_MS;
  while (untold(receiver.taken, records, finals).length > 0 && performance.now() < deadline) await pause(200);
}

/** Deletions go on for a while after they were answered: looks again until nothing is left over, or for long enough. */
async function untilTidy(caller, server, records, plans) {
  const deadline = performance.now() + LONGEST_SETTLING_MS;
  const contents = contentsOf(plans);
  const found = await lookAround(caller, server, records);
  while (wrongWithBlobs(found.keys, found.listed, contents).length > 0 && performance.now() < deadline) {
    await pause(1_000);
    found.keys = (await server.tell('blobs')).keys;
  }
  return found;
}
