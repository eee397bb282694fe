import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One request as it arrived. */
export interface Mirrored {
  /** "METHOD target", undecoded. */
  readonly line: string;
  /** Names in the order they came. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server that answers `{}` and remembers what it was asked. */
export interface RequestMirror {
  readonly url: string;
  last(): Mirrored;
  close(): Promise<void>;
}

export async function startRequestMirror(): Promise<RequestMirror> {
  const seen: Mirrored[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = (await buffer(incoming)).toString();
    const headers = Object.fromEntries(
      Object.entries(incoming.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]),
    );
    seen.push({ line: `${incoming.method} ${incoming.url}`, headers, body });
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    last: () => seen.at(-1) ?? { line: '', headers: {}, body: '' },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
