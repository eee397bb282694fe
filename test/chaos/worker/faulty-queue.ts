import { under } from './fault';
import type { Weather } from './weather';

/** Shares of the messages, 0-1. */
const DROPPED = 0.08;
const DOUBLED = 0.1;
const DELAYED = 0.08;
const DELAY_SECONDS = 2;

function fateOf(roll: number): 'lost' | 'doubled' | 'delayed' | 'sent' {
  if (roll < DROPPED) return 'lost';
  if (roll < DROPPED + DOUBLED) return 'doubled';
  return roll < DROPPED + DOUBLED + DELAYED ? 'delayed' : 'sent';
}

/** A queue that refuses, loses, doubles, delays and mixes up what it is sent. */
export function faultyQueue<Body>(queue: Queue<Body>, site: string, weather: Weather): Queue<Body> {
  const mixed = (messages: Iterable<MessageSendRequest<Body>>): MessageSendRequest<Body>[] =>
    [...messages]
      .flatMap((message) => {
        const fate = fateOf(weather.roll(`${site}.message`));
        if (fate !== 'sent') weather.note('message', fate);
        if (fate === 'lost') return [];
        if (fate === 'doubled') return [message, message];
        return fate === 'delayed' ? [{ ...message, delaySeconds: DELAY_SECONDS }] : [message];
      })
      .map((message) => ({ message, place: weather.roll(`${site}.place`) }))
      .sort((a, b) => a.place - b.place)
      .map(({ message }) => message);
  const sendAll = (messages: Iterable<MessageSendRequest<Body>>, options?: QueueSendBatchOptions) =>
    under(weather.decide(`queue.${site}`), async () => {
      const left = mixed(messages);
      return left.length === 0 ? NOTHING_SENT : queue.sendBatch(left, options);
    });
  return new Proxy(queue, {
    get(target, name) {
      if (name === 'sendBatch') return sendAll;
      if (name === 'send') return (body: Body, options?: QueueSendOptions) => sendAll([{ body, ...options }]);
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

const NOTHING_SENT: QueueSendBatchResponse = { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
