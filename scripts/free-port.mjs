import { createServer } from 'node:net';

/** Asks the system for `port` on 127.0.0.1 (0: any); answers the port, null when it is taken. */
export function probePort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const { port: got } = server.address();
      server.close(() => resolve(got));
    });
  });
}
