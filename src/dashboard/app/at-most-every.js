/**
 * A trigger that runs the task at once or after the interval since its last run, never twice at a time; any number of
 * calls in between make one run. The task handles its own errors.
 */
export function atMostEvery(intervalMs, task) {
  let state = 'idle';
  let lastRunAt = 0;

  async function run() {
    state = 'running';
    lastRunAt = Date.now();
    await task();
    const again = state === 'again';
    state = 'idle';
    if (again) trigger();
  }

  function trigger() {
    if (state === 'running') state = 'again';
    if (state !== 'idle') return;
    state = 'waiting';
    setTimeout(run, Math.max(0, lastRunAt + intervalMs - Date.now()));
  }

  return trigger;
}
