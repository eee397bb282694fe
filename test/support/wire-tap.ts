/** One request and its answer, as they crossed the wire. */
export interface Exchange {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: Headers;
  readonly status: number;
  readonly contentType: string | null;
  /** Parsed where it says it is JSON, else its text. */
  readonly body: unknown;
}

/** A fetch for a client under test: remembers what crossed the wire and reaches nothing but this machine. */
export interface WireTap {
  readonly fetch: typeof fetch;
  readonly exchanges: readonly Exchange[];
  /** What `work` sent, as "METHOD target". */
  linesOf(work: () => Promise<unknown>): Promise<string[]>;
}

export function tapWire(): WireTap {
  const exchanges: Exchange[] = [];
  // Taken now: a test may put the tap in its place.
  const send = globalThis.fetch;
  return {
    exchanges,
    fetch: async (input, init) => {
      const request = input instanceof Request ? input.clone() : new Request(input, init);
      const { hostname, pathname, search } = new URL(request.url);
      if (hostname !== '127.0.0.1') throw new Error(`a test may not reach ${hostname}`);
      const response = await send(input, init);
      const contentType = response.headers.get('content-type');
      const text = await response.clone().text();
      const isJson = contentType?.startsWith('application/json') === true && text !== '';
      exchanges.push({
        method: request.method,
        target: pathname + search,
        headers: request.headers,
        status: response.status,
        contentType,
        body: isJson ? JSON.parse(text) : text,
      });
      return response;
    },
    linesOf: async (work) => {
      const before = exchanges.length;
      await work();
      return exchanges.slice(before).map(({ method, target }) => `${method} ${target}`);
    },
  };
}
