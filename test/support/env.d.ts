declare namespace Cloudflare {
  interface Env {
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
    /** Which mutated requests are sent and documents read, and how many. */
    FUZZ_SEED: string;
    FUZZ_REQUESTS: string;
    FUZZ_DOCUMENTS: string;
  }
}
