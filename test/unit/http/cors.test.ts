import { describe, expect, test } from 'vitest';
import { corsHeaders, isPreflight, preflightHeaders } from '../../../src/http/cors';

const PAGE = 'https://app.example';
const from = (origin: string | null, more: Record<string, string> = {}): Headers =>
  new Headers({ ...(origin === null ? {} : { origin }), ...more });

const allowedOrigin = (allowed: readonly string[], origin: string | null) =>
  new Headers(corsHeaders(allowed, from(origin)).map(([name, value]): [string, string] => [name, value])).get(
    'access-control-allow-origin',
  );

describe('pages of other origins', () => {
  test.each([
    [[], PAGE, null],
    [[PAGE], PAGE, PAGE],
    [[PAGE, 'https://b.example'], 'https://b.example', 'https://b.example'],
    [[PAGE], 'https://app.example.evil', null],
    [[PAGE], 'http://app.example', null],
    [[PAGE], 'null', null],
    [[PAGE], null, null],
    [['*'], PAGE, '*'],
    [['*'], null, '*'],
  ])('where %j are allowed, %s is told %s', (allowed, origin, told) => {
    expect(allowedOrigin(allowed, origin)).toBe(told);
  });

  test('may never send what a browser keeps for them', () => {
    const names = [[], [PAGE], ['*']].flatMap((allowed) => [
      ...corsHeaders(allowed, from(PAGE)),
      ...preflightHeaders(from(PAGE, { 'access-control-request-headers': 'authorization' })),
    ]);
    expect(names.map(([name]) => name.toLowerCase())).not.toContain('access-control-allow-credentials');
  });

  test('are told apart by caches, also where the answer is no', () => {
    for (const origin of [PAGE, 'https://other.example', null])
      expect(corsHeaders([PAGE], from(origin))).toContainEqual(['Vary', 'Origin']);
    expect(corsHeaders([], from(PAGE))).toEqual([]);
  });
});

test('a preflight is an OPTIONS of a page about what it will ask, and nothing else is', () => {
  const asked = { 'access-control-request-method': 'POST' };
  expect(isPreflight('OPTIONS', from(PAGE, asked))).toBe(true);
  expect(isPreflight('OPTIONS', from(PAGE))).toBe(false);
  expect(isPreflight('OPTIONS', from(null, asked))).toBe(false);
  expect(isPreflight('POST', from(PAGE, asked))).toBe(false);
});
