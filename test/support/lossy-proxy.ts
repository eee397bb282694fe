import { createServer, request as forward, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A way to a server on which answers can get lost: the server has done its work, and the caller hears nothing. */
export interface LossyProxy {
  readonly url: string;
  /** Loses the answers to the next `count` POSTs. */
  lose(count: number): void;
  /** How many answers got lost so far. */
  lost(): number;
  close(): Promise<void>;
}

export async function startLossyProxy(target: string): Promise<LossyProxy> {
  let toLose = 0;
  let lost = 0;
  const proxy = createServer(async (incoming, outgoing) => {
    const answer = await passOn(target, incoming, await buffer(incoming));
    const body = await buffer(answer);
    if (toLose > 0 && incoming.method === 'POST') {
      toLose -= 1;
      lost += 1;
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    lose: (count) => {
      toLose = count;
    },
    lost: () => lost,
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

function passOn(
  target: string,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Uint8Array,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = forward(new URL(url, target).href, { method, headers: { ...headers, connection: 'close' } });
    request.once('response', resolve).once('error', reject).end(body);
  });
}
