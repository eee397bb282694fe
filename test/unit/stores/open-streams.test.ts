import { describe, expect, test } from 'vitest';
import {
  NO_STREAMS,
  type OpenStreams,
  renewed,
  withOneMore,
  withoutOne,
} from '../../../src/stores/durable/open-streams';

const NOW = 1_800_000_000_000;
const LEASE = 15_000;

const opened = (ids: readonly string[], now = NOW): OpenStreams =>
  ids.reduce<OpenStreams>((open, id) => withOneMore(open, id, 99, now) ?? open, NO_STREAMS);

describe('open streams of an account', () => {
  test('are as many as there may be, and no more', () => {
    expect(withOneMore(opened(['a']), 'b', 2, NOW)?.size).toBe(2);
    expect(withOneMore(opened(['a', 'b']), 'c', 2, NOW)).toBeNull();
  });

  test('count one that asks twice once', () => {
    expect([...(withOneMore(opened(['a', 'b']), 'b', 2, NOW)?.keys() ?? [])]).toEqual(['a', 'b']);
  });

  test('make a place when they are closed, or have said nothing for a quarter of a minute', () => {
    expect(withOneMore(withoutOne(opened(['a', 'b']), 'a'), 'c', 2, NOW)?.size).toBe(2);
    expect(withOneMore(opened(['a', 'b']), 'c', 2, NOW + LEASE - 1)).toBeNull();
    expect([...(withOneMore(opened(['a', 'b']), 'c', 2, NOW + LEASE)?.keys() ?? [])]).toEqual(['c']);
  });

  test('stay while they say so, though it was forgotten that they were let in', () => {
    const later = renewed(opened(['a']), 'a', NOW + LEASE - 1);
    expect(withOneMore(later, 'b', 1, NOW + LEASE + 1)).toBeNull();
    expect(withOneMore(renewed(NO_STREAMS, 'a', NOW), 'b', 1, NOW)).toBeNull();
  });
});
