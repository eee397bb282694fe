import { setTimeout as pause } from 'node:timers/promises';
import { type Way, WELCOME } from './webhook-receiver';

/** A sender that waits for `timeoutMs` hears nothing, or not all of it. */
export const failingWays = (timeoutMs: number): readonly Way[] => [
  { word: '500', answer: (response) => response.writeHead(500).end('no') },
  { word: '503', answer: (response) => response.writeHead(503, { 'retry-after': '1' }).end() },
  { word: 'redirect', answer: (response) => response.writeHead(302, { location: '/elsewhere' }).end() },
  { word: 'reset', answer: (response) => void response.socket?.resetAndDestroy() },
  { word: 'close', answer: (response) => void response.socket?.end() },
  // Ended by the sender, or with the receiver.
  { word: 'hang', answer: () => {} },
  {
    word: 'drip',
    answer: async (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      while (!response.destroyed) {
        response.write('.');
        await pause(timeoutMs / 10);
      }
    },
  },
  {
    word: 'late',
    answer: async (response) => {
      await pause(timeoutMs * 3);
      WELCOME.answer(response);
    },
  },
];
