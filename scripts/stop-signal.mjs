/** Aborts when we are asked to end: Ctrl-C, SIGTERM or a closed terminal. From now on none of them ends us by itself. */
export function stopSignal() {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => controller.abort(new Error('interrupted')));
  return controller.signal;
}

/** Rejects with the reason once the signal aborts. */
export function rejectOnAbort(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
