import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach } from 'vitest';
import './flat-wrappers';
import './loaded-late';

// A line for every request, message and alarm says nothing about a test; errors are shown.
console.log = () => undefined;

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});
