/**
 * Aborts when we are asked to end: Ctrl-C, SIGTERM, a closed terminal, or the end of a parent that holds an IPC channel
 * to us. From now on none of them ends us by itself.
 */
export function stopSignal() {
  const controller = new AbortController();
  const abort = () => controller.abort(new Error('interrupted'));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(name, abort);
  // Waiting for the parent's end must not keep us running after our own.
  process.channel?.unref();
  return controller.signal;
}

/** Rejects with the reason once the signal aborts. */
export function rejectOnAbort(signal) {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
