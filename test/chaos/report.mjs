import { percentile } from '../../bench/load.mjs';
import { textTable } from '../../scripts/demo/text-table.mjs';

/** How soon after a restart the jobs have ended, of 99 in 100, in milliseconds. */
export const SETTLED_WITHIN_MS = 5_000;

/** Jobs told by name that took longest after a restart. */
const SLOWEST = 5;

const FAILINGS = ['before', 'after', 'late', 'away', 'lost', 'doubled', 'delayed'];

const seconds = (ms) => (ms / 1000).toFixed(2);

/** One line for a restart. */
export function lineOf({ pending, kills, restartMs, settled }, number) {
  const last = settled.reduce((latest, one) => (latest === null || one.ms > latest.ms ? one : latest), null);
  const times =
    last === null
      ? 'no time'
      : `p50 ${seconds(
          percentile(
            settled.map(({ ms }) => ms),
            0.5,
          ),
        )} s, last ${seconds(last.ms)} s (the server had ${seconds(last.processorMs)} s of processor)`;
  const again = kills > 1 ? `, killed again ${kills - 1} times` : '';
  return `restart ${number} in ${seconds(restartMs)} s${again}: ${pending} jobs pending, ended after ${times}`;
}

/** p99 in milliseconds from a restart to the end of a job that was pending; 0: none was. */
export function settledP99({ restarts }) {
  const all = restarts.flatMap(({ settled }) => settled.map(({ ms }) => ms));
  return all.length === 0 ? 0 : percentile(all, 0.99);
}

/** How long a restart takes on a machine of two cores that does nothing else, in milliseconds. */
const QUIET_RESTART_MS = 3_500;

/** How many times slower than that this machine is now; 1: not at all. */
export function slowness({ restarts }) {
  const times = restarts.map(({ restartMs }) => restartMs);
  return Math.max(1, percentile(times, 0.5) / QUIET_RESTART_MS);
}

function counted(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([key, n]) => `${key} ${n}`)
    .join(', ');
}

/** What a run has shown, as lines. */
export function summaryOf(result) {
  return [
    '',
    ...whatHappened(result),
    '',
    ...endsTable(result),
    '',
    ...faultTable(result.restarts),
    '',
    ...settlingTable(result.restarts),
    '',
    ...textTable(
      [
        { title: 'checked', widest: 70 },
        { title: 'of', right: true },
        { title: 'wrong', right: true },
      ],
      result.checks.map(({ what, looked, lines }) => [what, String(looked), String(lines.length)]),
    ),
  ];
}

function whatHappened({ restarts, records, history, receiver }) {
  const kills = restarts.reduce((sum, restart) => sum + restart.kills, 0);
  const again = records.filter(({ plan }) => plan.postsAgainAfterMs !== null).length;
  const events = new Set(receiver.taken.map(({ id }) => id)).size;
  const rows = [
    ['kills', `${kills}, ${kills - restarts.length} of them while the server still recovered`],
    ['commands', `${again} posted again, ${counted(records.flatMap(commandsOf), (word) => word)}`],
    ['calls', `${history.length}: ${counted(history, ({ status }) => status ?? 'no answer')}`],
    ['webhooks', `${receiver.calls()} sent, ${receiver.taken.length} taken, of ${events} events`],
  ];
  return textTable([{ title: 'what' }, { title: 'how often', widest: 120 }], rows);
}

const ENDS = ['complete', 'cancelled', 'failed', 'deleted', 'answered at once', 'refused', 'no end'];

function endsTable({ records, finals }) {
  const kinds = [...new Set(records.map(({ plan }) => plan.kind))].sort();
  const rows = kinds.map((kind) => {
    const ends = records.filter(({ plan }) => plan.kind === kind).map((record) => endOf(record, finals.get(record)));
    return [kind, ends.length, ...ENDS.map((end) => ends.filter((one) => one === end).length || '')].map(String);
  });
  return textTable([{ title: 'jobs' }, ...['made', ...ENDS].map((title) => ({ title, right: true }))], rows);
}

function endOf({ answer, id }, final) {
  if (answer !== null && answer.status >= 300) return 'refused';
  if (answer !== null && id === null) return 'answered at once';
  if (final?.last?.missing === 404) return 'deleted';
  return final?.last?.isEnded ? final.last.status : 'no end';
}

const commandsOf = ({ cancelled, retried, removed }) => [
  ...(cancelled === null ? [] : ['cancelled']),
  ...(retried === null ? [] : ['retried']),
  ...(removed === null ? [] : ['deleted']),
];

function faultTable(restarts) {
  const tallies = restarts.map(({ faults }) => faults);
  const bindings = [...new Set(tallies.flatMap((tally) => Object.keys(tally)))].sort();
  const sum = (binding, failing) => tallies.reduce((all, tally) => all + (tally[binding]?.[failing] ?? 0), 0);
  return textTable(
    [{ title: 'faults injected' }, ...FAILINGS.map((title) => ({ title, right: true }))],
    bindings.map((binding) => [binding, ...FAILINGS.map((failing) => String(sum(binding, failing) || ''))]),
  );
}

/** Who took longest is told with it: what a machine had no time for looks like what a service forgot. */
function settlingTable(restarts) {
  const all = restarts.flatMap(({ settled }) => settled).sort((one, other) => one.ms - other.ms);
  if (all.length === 0) return ['no job was pending at a restart'];
  const share = (key, part) =>
    seconds(
      percentile(
        all.map((one) => one[key]),
        part,
      ),
    );
  const row = (what, key) => [what, ...[0.5, 0.99, 1].map((part) => share(key, part))];
  const right = (title) => ({ title, right: true });
  return [
    ...textTable(
      [
        { title: `${all.length} jobs pending at a restart, to their end` },
        right('p50 s'),
        right('p99 s'),
        right('last s'),
      ],
      [row('by the clock', 'ms'), row('of processor that the server had meanwhile', 'processorMs')],
    ),
    `slowest: ${all
      .slice(-SLOWEST)
      .map(({ record: { plan, id }, ms }) => `${plan.kind} ${plan.index} (${plan.size}) ${id} ${seconds(ms)} s`)
      .join('; ')}`,
  ];
}
