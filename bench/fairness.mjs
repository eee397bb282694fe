import { createHash } from 'node:crypto';
import { median, percentile, runLoad } from './load.mjs';
import { apiOf, benchKey, createSchema, prepareJobs, uploadPage } from './one-page-jobs.mjs';

/** The key of the account whose jobs are measured while the other one floods. */
const quietKey = 'tlnc_live_bench_quiet';
const QUIET = 'bench-quiet';

/** The account of the key that the Worker is started with. */
const FLOODING = 'local';

const DOCUMENTS = 2_000;
const ROUNDS = 5;
/** Jobs of one page that the quiet account runs in each part of a round, one after another. */
const JOBS = 60;
const CALLS_AT_ONCE = 8;

/** What the other account floods the service with: so many jobs of so many documents. */
const FLOODS = {
  'one job of 2000': { jobs: 1, documents: DOCUMENTS },
  '500 jobs of 4': { jobs: DOCUMENTS / 4, documents: 4 },
};

/**
 * Measures one-page jobs of a quiet account alone and then beside each flood of another account, in turns. Every round
 * begins its floods with documents that were not yet read. Answers for each part the times of all rounds, the median of
 * the rounds' p99 relative to the same round's alone, and the documents a second that the flood got through meanwhile.
 */
export async function measureFairness({ url, database }) {
  await addAccount(database, quietKey);
  const quiet = apiOf(url, quietKey);
  const flooding = apiOf(url, benchKey);
  const { id: schemaId } = await createSchema(flooding, 'flood');
  const documentIds = await uploadAll(flooding);
  const parts = { alone: null, ...FLOODS };
  const rounds = Object.fromEntries(Object.keys(parts).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    const turned = rotated(documentIds, Math.round(((round + 1) * DOCUMENTS) / (ROUNDS + 1)));
    for (const [name, flood] of Object.entries(parts)) {
      const tasks = await prepareJobs(url, JOBS, `${name} ${round}`, quiet);
      if (flood !== null) await pour(flooding, flood, turned, round, schemaId);
      const before = await standing(database);
      const { times, perSecond } = await runLoad(tasks, 1);
      const after = await standing(database);
      if (flood !== null && after.open.length === 0) throw new Error(`${name}: over before the measuring`);
      await stem(flooding, database);
      const floodPerSecond = ((after.done - before.done) * perSecond) / JOBS;
      if (round >= 0) rounds[name].push({ times, p99: percentile(times, 0.99), floodPerSecond });
    }
  }
  return Object.entries(rounds).map(([title, results]) => ({
    title,
    p50: median(results.flatMap(({ times }) => times)),
    p99: percentile(
      results.flatMap(({ times }) => times),
      0.99,
    ),
    ratio: median(results.map(({ p99 }, round) => p99 / rounds.alone[round].p99)),
    floodPerSecond: median(results.map(({ floodPerSecond }) => floodPerSecond)),
  }));
}

async function addAccount(database, key) {
  const sha256 = createHash('sha256').update(key).digest('hex');
  await database.batch([
    database.prepare('INSERT INTO accounts (id, name, created_at) VALUES (?1, ?1, 0)').bind(QUIET),
    database
      .prepare('INSERT INTO api_keys (sha256, id, account_id, created_at) VALUES (?1, ?2, ?3, 0)')
      .bind(sha256, 'key_bench_quiet', QUIET),
  ]);
}

async function uploadAll(api) {
  const ids = [];
  const tasks = Array.from({ length: DOCUMENTS }, (_, index) => async () => {
    ids.push((await uploadPage(api, `flood-${index}`)).id);
  });
  await runLoad(tasks, CALLS_AT_ONCE);
  return ids;
}

const rotated = (items, by) => [...items.slice(by), ...items.slice(0, by)];

async function pour(api, { jobs, documents }, ids, round, schemaId) {
  for (let index = 0; index < jobs; index++) {
    const own = ids.slice(index * documents, (index + 1) * documents);
    const name = `flood ${round} ${jobs} ${index}`;
    await api('POST', '/v1/jobs', { name, schema_id: schemaId, document_ids: own });
  }
}

/** Of the flooding account: how many documents of its jobs are done, and which jobs are not. As lists know it. */
async function standing(database) {
  const { results } = await database
    .prepare('SELECT id, status, completed_documents AS done FROM jobs WHERE account_id = ?')
    .bind(FLOODING)
    .all();
  return {
    done: results.reduce((sum, { done }) => sum + done, 0),
    open: results.filter(({ status }) => status === 'queued' || status === 'running').map(({ id }) => id),
  };
}

async function stem(api, database) {
  const { open } = await standing(database);
  await runLoad(
    open.map((id) => () => api('POST', `/v1/jobs/${id}/cancel`).catch(() => undefined)),
    CALLS_AT_ONCE,
  );
}
