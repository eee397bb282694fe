import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody's host on this machine, which gives out a document in good ways and in bad ones. */
export interface DocumentHost {
  readonly url: string;
  /** Host and port, as messages name it. */
  readonly name: string;
  /** How often each path was asked for. */
  asked(path: string): number;
  close(): Promise<void>;
}

/** Nothing of it may turn up in an answer. */
export const PRIVATE_WORDS = 'the-words-of-this-host-are-its-own';

const PAGE = `<!doctype html><title>Are you human?</title><p>${PRIVATE_WORDS}</p>`;
const MIB = 1024 * 1024;

type Answer = (response: ServerResponse, document: Uint8Array) => void;

/** How each path answers. What never ends is cut when the host is closed. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  '/invoice.pdf': (response, document) => response.setHeader('content-type', 'application/octet-stream').end(document),
  '/get?id=7': (response, document) =>
    response.setHeader('content-disposition', `attachment; filename="../Bill%20n\u00b0 7.pdf"`).end(document),
  '/moved.pdf': (response) => response.writeHead(302, { location: '/invoice.pdf' }).end(),
  '/inside.pdf': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/round.pdf': (response) => response.writeHead(307, { location: '/round.pdf' }).end(),
  '/gone.pdf': (response) => response.writeHead(404).end(PRIVATE_WORDS),
  '/broken.pdf': (response) => response.writeHead(500).end(PRIVATE_WORDS),
  '/page.pdf': (response) => response.setHeader('content-type', 'text/html').end(PAGE),
  '/empty.pdf': (response) => response.end(),
  '/silent.pdf': () => undefined,
  '/dripping.pdf': (response, document) => response.writeHead(200).write(document.subarray(0, 100)),
  '/reset.pdf': (response, document) => {
    response.writeHead(200, { 'content-length': document.length }).write(document.subarray(0, 100), () => {
      response.socket?.resetAndDestroy();
    });
  },
  '/short.pdf': (response, document) => {
    response.writeHead(200, { 'content-length': document.length * 2 }).write(document, () => response.socket?.end());
  },
  '/announced.pdf': (response, document) =>
    response.writeHead(200, { 'content-length': 64 * MIB }).write(document.subarray(0, 100)),
  '/huge.pdf': (response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(MIB)));
    };
    response.on('drain', more);
    more();
  },
};

export async function startDocumentHost(document: Uint8Array): Promise<DocumentHost> {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const answer = ANSWERS[path];
    if (answer === undefined) response.writeHead(404).end(PRIVATE_WORDS);
    else answer(response, document);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    name: `127.0.0.1:${port}`,
    asked: (path) => asked.get(path) ?? 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
