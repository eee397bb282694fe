import { open } from './api.js';

/** Waits before coming back after a broken connection, in milliseconds; the last one stays. */
const PAUSES_MS = [1000, 2000, 5000, 10_000];

/**
 * Server-sent events in order, each once, until the server ends the stream: a broken connection is taken up again after
 * the last event seen. (EventSource cannot send the key.) Throws `ApiError` when the stream is refused.
 *
 * @param {string} path
 * @param {{ after: number, onTrouble(error: Error | null): void }} options
 * @returns {AsyncGenerator<{ id: number, event: string, data: any }>}
 */
export async function* followEvents(path, { after, onTrouble }) {
  let last = after;
  for (let failures = 0; ; ) {
    try {
      const response = await open('GET', path, { headers: last > 0 ? { 'Last-Event-ID': String(last) } : {} });
      onTrouble(null);
      for await (const message of messages(response.body)) {
        failures = 0;
        last = message.id;
        yield message;
      }
      return;
    } catch (error) {
      if (error.status >= 400 && error.status < 500 && error.status !== 429) throw error;
      onTrouble(error);
      const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)];
      failures += 1;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

async function* messages(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    pending += value;
    const blocks = pending.split('\n\n');
    pending = blocks.pop();
    yield* blocks.map(parse).filter((message) => message.data !== undefined);
  }
}

/** Comments and bare hints have no data. */
function parse(block) {
  const lines = block.split('\n').map((line) => /^(id|event|data): ?(.*)$/.exec(line));
  const { id, event, data } = Object.fromEntries(lines.filter(Boolean).map(([, name, value]) => [name, value]));
  return { id: Number(id), event, data: data === undefined ? undefined : JSON.parse(data) };
}
