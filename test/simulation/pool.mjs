import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** A share that takes longer than this does not end, in milliseconds. */
const LONGEST_MS = 120_000;

/** A world that never comes to rest and cannot be stopped from within. */
export class NeverEnds extends Error {}

/** Threads that run seeds. `run` gives one a share and resolves with what became of it; throws `NeverEnds`. `close` ends them. */
export function createPool(width = availableParallelism()) {
  const idle = [];
  const threads = new Set();
  const waiting = [];
  for (let count = 0; count < width; count += 1) start();

  function start() {
    const thread = { worker: new Worker(new URL('./worker.mjs', import.meta.url)), task: null };
    threads.add(thread);
    idle.push(thread);
    thread.worker.on('message', (answer) => {
      const { resolve, reject, timer } = thread.task;
      clearTimeout(timer);
      thread.task = null;
      idle.push(thread);
      if (answer.error) reject(new Error(answer.error));
      else resolve(answer);
      next();
    });
    thread.worker.on('error', (error) => replace(thread, error));
  }

  function replace(thread, error) {
    threads.delete(thread);
    void thread.worker.terminate();
    clearTimeout(thread.task?.timer);
    thread.task?.reject(error);
    start();
    next();
  }

  function next() {
    while (idle.length > 0 && waiting.length > 0) {
      const thread = idle.pop();
      const task = waiting.shift();
      const tooLong = () => replace(thread, new NeverEnds(`seeds from ${task.share.from} on do not end`));
      thread.task = { ...task, timer: setTimeout(tooLong, task.longestMs) };
      thread.worker.postMessage(task.share);
    }
  }

  return {
    run: (share, longestMs = LONGEST_MS) =>
      new Promise((resolve, reject) => {
        waiting.push({ share, longestMs, resolve, reject });
        next();
      }),
    close() {
      waiting.length = 0;
      return Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}
