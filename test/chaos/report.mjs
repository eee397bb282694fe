import { percentile } from '../../bench/load.mjs';

/** How soon after a restart the jobs have ended, of 99 in 100, in milliseconds. */
export const SETTLED_WITHIN_MS = 5_000;

const seconds = (ms) => (ms / 1000).toFixed(2);

/** One line for a restart. */
export function lineOf({ pending, kills, restartMs, settledMs }, number) {
  const times =
    settledMs.length === 0
      ? ''
      : `p50 ${seconds(percentile(settledMs, 0.5))} s, last ${seconds(Math.max(...settledMs))} s`;
  const again = kills > 1 ? `, killed again ${kills - 1} times` : '';
  return `restart ${number} in ${seconds(restartMs)} s${again}: ${pending} jobs pending, ended after ${times || 'no time'}`;
}

/** p99 in milliseconds from a restart to the end of a job that was pending; 0: none was. */
export function settledP99({ restarts }) {
  const all = restarts.flatMap(({ settledMs }) => settledMs);
  return all.length === 0 ? 0 : percentile(all, 0.99);
}

/** How long a restart takes on a machine of two cores that does nothing else, in milliseconds. */
const QUIET_RESTART_MS = 1_500;

/** How many times slower than that this machine is now; 1: not at all. */
export function slowness({ restarts }) {
  const times = restarts.map(({ restartMs }) => restartMs);
  return Math.max(1, percentile(times, 0.5) / QUIET_RESTART_MS);
}

/** What a run has shown, as lines. */
export function summaryOf(result) {
  const { restarts, records, finals, history, receiver, wrong } = result;
  const count = (items, keyOf) => {
    const counts = new Map();
    for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
    return [...counts].map(([key, n]) => `${key} ${n}`).join(', ');
  };
  const faults = new Map();
  for (const restart of restarts)
    for (const [binding, n] of Object.entries(restart.faults)) faults.set(binding, (faults.get(binding) ?? 0) + n);
  const pending = restarts.reduce((sum, restart) => sum + restart.pending, 0);
  const kills = restarts.reduce((sum, restart) => sum + restart.kills, 0);
  return [
    `${records.length} jobs, ${kills} kills, ${history.length} calls (${count(history, ({ outcome }) => outcome)}); answers: ${count(
      history.filter(({ status }) => status !== null),
      ({ status }) => status,
    )}`,
    `faults: ${[...faults].map(([binding, n]) => `${binding} ${n}`).join(', ')}; queue messages lost, doubled and mixed up besides`,
    `ends: ${count([...finals.values()], ({ last }) => last?.status ?? last?.missing)}`,
    `${pending} jobs were pending at a restart; p99 to their end ${seconds(settledP99(result))} s`,
    `${receiver.calls()} webhooks sent, ${receiver.taken.length} taken, of ${new Set(receiver.taken.map(({ id }) => id)).size} events`,
    `${wrong.length} wrong`,
  ];
}
