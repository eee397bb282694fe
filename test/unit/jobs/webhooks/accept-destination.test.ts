import { describe, expect, test } from 'vitest';
import { acceptDestination } from '../../../../src/jobs/webhooks/accept-destination';

const DEPLOYED = { allowsLoopback: false };

describe('A destination of webhooks', () => {
  test.each(['https://hooks.example.com/in?a=1', 'https://93.184.216.34/'])('may be %s', (url) => {
    expect(() => acceptDestination({ url, headers: { authorization: 'Bearer a' } }, DEPLOYED)).not.toThrow();
  });

  test.each([
    ['http://hooks.example.com', 'url: must be an https URL'],
    ['https://user:word@hooks.example.com', 'url: must be an https URL without a user or a password in it'],
    [' https://hooks.example.com', 'url: must be an https URL'],
    ['https:hooks.example.com', 'url: must be an https URL'],
    ['https://hooks.example.com/a\u0000', 'url: must be an https URL'],
    ['http://127.0.0.1:4000/in', 'url: must be an https URL'],
    ['https://localhost/in', 'url: localhost is a name of a local network'],
    ['https://[::ffff:10.0.0.1]/in', 'url: [::ffff:a00:1] is an IPv4 address in IPv6'],
  ])('may not be %s', (url, message) => {
    expect(() => acceptDestination({ url, headers: {} }, DEPLOYED)).toThrow(message);
  });

  test('may be on this machine where that is allowed', () => {
    const local = { url: 'http://127.0.0.1:4000/in', headers: {} };
    expect(() => acceptDestination(local, { allowsLoopback: true })).not.toThrow();
  });

  test.each(['Content-Type', 'Webhook-Id', 'X-Retab-Signature', 'lc-signature', 'X-Talonic-Event'])(
    'may not say %s, which every delivery has of its own',
    (name) => {
      const to = { url: 'https://hooks.example.com/in', headers: { [name]: 'mine' } };
      expect(() => acceptDestination(to, DEPLOYED)).toThrow(`headers: ${name} is set by this server; leave it out`);
    },
  );

  test('is told by what the request calls it', () => {
    const fields = { url: 'webhook_url', headers: 'webhook_headers' };
    expect(() => acceptDestination({ url: 'https://nas.local/', headers: {} }, DEPLOYED, fields)).toThrow(
      'webhook_url: nas',
    );
    const headers = { 'x-a': 'b\r\nc: d' };
    expect(() => acceptDestination({ url: 'https://a.example/', headers }, DEPLOYED, fields)).toThrow(
      'webhook_headers: x-a has',
    );
  });
});
