import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that came in, whole. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it was signed. */
  readonly body: string;
  readonly at: number;
  /** How it was answered: the word that `answer` gave. */
  readonly way: string;
}

/** What a receiver does with a request. */
export interface Way {
  readonly word: string;
  answer(response: ServerResponse): void;
}

export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

export const WELCOME: Way = { word: '200', answer: (response) => response.writeHead(200).end('{"ok":true}') };

/** A host on this machine alone. `wayOf` is asked for each request once all of it is there. */
export async function startReceiver(
  wayOf: (request: Omit<Received, 'way'>) => Way = () => WELCOME,
): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url = '', headers } = request;
    const here = { path: url, headers, body: Buffer.concat(chunks).toString(), at: Date.now() };
    const way = wayOf(here);
    received.push({ ...here, way: way.word });
    way.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
