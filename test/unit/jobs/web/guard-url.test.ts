import { describe, expect, test } from 'vitest';
import { guardUrl, refusedAnswer } from '../../../../src/jobs/web/guard-url';

const DEPLOYED = { allowsLoopback: false };
const LOCAL = { allowsLoopback: true };

describe('A URL', () => {
  test.each([
    ['http://example.com/', 'must be an https URL'],
    [' https://example.com/', 'must be an https URL'],
    ['https:example.com', 'must be an https URL'],
    ['https://example.com/a\u0000', 'must be an https URL'],
    ['https://a:b@example.com/', 'must be an https URL without a user or a password in it'],
    ['https://0x7f.1/', '127.0.0.1 is a loopback address; only public addresses are spoken to'],
    ['https://[::ffff:10.0.0.1]/', '[::ffff:a00:1] is an IPv4 address in IPv6; only public addresses are spoken to'],
    ['https://nas.local/', 'nas.local is a name of a local network; only public names are spoken to'],
    ['https://intra/', 'intra is no public name; give the whole name of the host'],
    ['https://example.com./', 'the name example.com. ends in a dot; leave it out'],
    [
      'https://example.com:22/',
      'port 22 of example.com is not one of a web server; only 443, 80 and ports from 1024 are spoken to',
    ],
    [`https://example.com/${'a'.repeat(4_000)}`, 'longer than 4000 characters'],
  ])('%s is refused with what would be right', (url, reason) => {
    expect(guardUrl(url, DEPLOYED)).toEqual({ ok: false, reason });
  });

  test('with a name has it looked up, one with an address has not', () => {
    expect(guardUrl('https://Example.com/a', DEPLOYED)).toMatchObject({ ok: true, name: 'example.com' });
    expect(guardUrl('https://[2606:4700::1]/', DEPLOYED)).toMatchObject({ ok: true, name: null, isLoopback: false });
  });

  test.each(['http://127.0.0.1:4000/', 'https://127.0.0.1/', 'http://[::1]:4000/a', 'http://localhost:4000/'])(
    '%s is this machine: taken where one tries things out, and nowhere else',
    (url) => {
      expect(guardUrl(url, LOCAL)).toMatchObject({ ok: true, name: null, isLoopback: true });
      expect(guardUrl(url, DEPLOYED).ok).toBe(false);
    },
  );

  test.each([
    'http://127.0.0.2/',
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'http://example.com/',
    'http://a.localhost/',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
    'http://u:p@127.0.0.1/',
  ])('%s is not this machine wherever that is taken', (url) => {
    expect(guardUrl(url, LOCAL).ok).toBe(false);
  });
});

describe('What a name leads to', () => {
  test('is taken when all of it is public', () => {
    expect(refusedAnswer('a.example', ['93.184.216.34', '2606:4700::1'])).toBeNull();
  });

  test.each([
    [[], 'the name a.example has no address'],
    [
      ['93.184.216.34', '10.0.0.1'],
      'the name a.example leads to a private address; only public addresses are spoken to',
    ],
    [['010.0.0.1'], 'the name a.example leads to no address that can be read; only public addresses are spoken to'],
  ])('%j is refused without telling it', (addresses, reason) => {
    expect(refusedAnswer('a.example', addresses)).toBe(reason);
  });
});
