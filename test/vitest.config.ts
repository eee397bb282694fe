import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';
import { LOCAL_FLAGS } from '../scripts/local-flags.mjs';
import { ocrWorker } from '../scripts/ocr-worker.mjs';

const root = decodeURIComponent(new URL('..', import.meta.url).pathname);

export default defineConfig({
  root,
  test: {
    silent: 'passed-only',
    // Work of the Worker that is left over when its test file ends asks the runner for a module and finds it gone; no test
    // fails by that.
    onUnhandledError: ({ message }) => !message.startsWith('[vitest-worker]: Closing rpc'),
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/arrows.test.ts'],
          setupFiles: ['test/support/properties.ts'],
          testTimeout: 20_000,
        },
      },
      {
        root,
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          testTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              compatibilityFlags: LOCAL_FLAGS,
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(`${root}/migrations`),
                FUZZ_SEED: process.env.FUZZ_SEED ?? '20261122',
                FUZZ_REQUESTS: process.env.FUZZ_REQUESTS ?? '20000',
                FUZZ_DOCUMENTS: process.env.FUZZ_DOCUMENTS ?? '300',
                // As on somebody's own machine: no name is looked up, and nothing is sent beyond it.
                ALLOW_LOOPBACK: 'yes',
                DNS_OVER_HTTPS_URL: '',
              },
              workers: [(await ocrWorker()).worker],
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['test/support/properties.ts', 'test/support/setup.ts'],
          isolate: false,
          maxWorkers: 1,
          // A line that an alarm writes when its file has ended would find nobody to take it, and the run would hang.
          disableConsoleIntercept: true,
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
