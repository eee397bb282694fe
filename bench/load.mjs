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

/** The value that `share` (0-1) of the numbers do not exceed. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export const median = (numbers) => percentile(numbers, 0.5);
