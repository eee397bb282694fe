/**
 * Reads a stream of server-sent events: its numbered messages, in order, until the server ends it. A broken connection
 * throws; resume with the last `id` as Last-Event-ID.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{ id: string, event: string, data: unknown }>}
 */
export async function* readEvents(body) {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of body) {
    pending += decoder.decode(chunk, { stream: true });
    const blocks = pending.split(/\r?\n\r?\n/);
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const message = parseBlock(block);
      if (message !== null) yield message;
    }
  }
}

// A block without data is a comment that keeps the connection open.
function parseBlock(block) {
  const fields = { id: '', event: 'message', data: [] };
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = line.match(/^(id|event|data): ?(.*)$/) ?? [];
    if (name === 'data') fields.data.push(value);
    else if (name) fields[name] = value;
  }
  return fields.data.length === 0 ? null : { ...fields, data: JSON.parse(fields.data.join('\n')) };
}
