/** Most messages one `sendBatch` takes. */
const SEND_BATCH = 100;

export async function sendAll<Message>(queue: Queue<Message>, messages: readonly Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += SEND_BATCH) {
    const batch = messages.slice(start, start + SEND_BATCH);
    await queue.sendBatch(batch.map((body) => ({ body, contentType: 'json' })));
  }
}
