/**
 * Has `clients` callers run tasks one after another until the list is empty. Answers the rate per second and the time
 * of each task in milliseconds.
 */
export async function runLoad(tasks, clients) {
  const queue = tasks.values();
  const times = [];
  const begun = performance.now();
  async function client() {
    for (const task of queue) {
      const start = performance.now();
      await task();
      times.push(performance.now() - start);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: times.length / ((performance.now() - begun) / 1000), times };
}

/** Rounds measured, after one that warms up. */
const ROUNDS = 5;

/**
 * Measures each kind of work in turns, so that whatever else the machine does hits all alike. `prepare[name](round)`
 * answers a round's tasks. Answers for each name the median rate per second over the rounds, and p50 and p99 in
 * milliseconds over all tasks.
 */
export async function takeTurns(clients, prepare) {
  const rounds = Object.fromEntries(Object.keys(prepare).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of Object.keys(prepare)) {
      const result = await runLoad(await prepare[name](round), clients);
      if (round >= 0) rounds[name].push(result);
    }
  }
  return Object.fromEntries(Object.entries(rounds).map(([name, results]) => [name, summary(results)]));
}

function summary(rounds) {
  const times = rounds.flatMap((round) => round.times);
  return {
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: median(times),
    p99: percentile(times, 0.99),
  };
}

/** The value that `share` (0-1) of the numbers do not exceed. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export const median = (numbers) => percentile(numbers, 0.5);
