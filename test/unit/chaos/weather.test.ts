import { expect, test } from 'vitest';
import type { Fault } from '../../chaos/worker/fault';
import { createWeather } from '../../chaos/worker/weather';

const SITES = ['d1.all', 'r2.put', 'object.lease', 'queue.WORK_HIGH', 'alarm.gate'];

function faultsOf(seed: string, boot: string, isQuiet = false): readonly Fault['kind'][] {
  const weather = createWeather(seed, boot, () => 1_000);
  weather.setQuiet(isQuiet);
  return Array.from({ length: 500 }, (_, call) => weather.decide(SITES[call % SITES.length] ?? '').kind);
}

test('what goes wrong follows from the seed, and differs from one run of the server to the next', () => {
  expect(faultsOf('1', '1')).toEqual(faultsOf('1', '1'));
  expect(faultsOf('1', '1')).not.toEqual(faultsOf('1', '2'));
  expect(new Set(faultsOf('1', '1'))).toEqual(new Set(['none', 'before', 'after', 'late']));
});

test('nothing goes wrong while it is quiet', () => {
  expect(new Set(faultsOf('1', '1', true))).toEqual(new Set(['none']));
});

test('clocks are up to ten minutes wrong, each component its own', () => {
  let now = 0;
  const weather = createWeather('1', '1', () => now);
  const offsets: number[][] = [];
  for (; now < 600_000; now += 1_000) offsets.push(['front', 'gate'].map((one) => weather.clockOffsetMs(one)));
  const all = offsets.flat();
  expect(Math.max(...all)).toBeGreaterThan(5 * 60_000);
  expect(Math.min(...all)).toBeLessThan(-5 * 60_000);
  expect(Math.max(...all.map(Math.abs))).toBeLessThanOrEqual(10 * 60_000);
  expect(offsets.some(([front, gate]) => front !== gate)).toBe(true);
});
