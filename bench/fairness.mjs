import { createHash } from 'node:crypto';
import { percentile, runLoad } from './load.mjs';
import { apiOf, benchKey, createSchema, prepareJobs, uploadPage } from './one-page-jobs.mjs';

/** The key of the account whose jobs are measured while the other one floods. */
const quietKey = 'tlnc_live_bench_quiet';
const QUIET = 'bench-quiet';

/** The account of the key that the Worker is started with. */
const FLOODING = 'local';

const CALLS_AT_ONCE = 8;

/** How much is measured, unless less is asked for. */
const SCALE = {
  /** Documents of each flood. */
  documents: 2_000,
  /** After one that warms up. */
  rounds: 5,
  /** Jobs of one page that the quiet account runs in each block of a round, one after another. */
  jobs: 60,
};

/**
 * Measures one-page jobs of a quiet account beside each flood of another account, with a block of them alone before each
 * flood and after the last. Every flood begins with documents that were not yet read. Answers for each part the times of
 * all rounds, their p99 relative to that of all blocks alone, and the documents a second that the flood got through
 * meanwhile; and the p50 of the blocks alone, in their order, in which a machine that changes shows.
 */
export async function measureFairness({ url, database }, { documents, rounds, jobs } = SCALE) {
  await addAccount(database, quietKey);
  const quiet = patient(apiOf(url, quietKey));
  const flooding = patient(apiOf(url, benchKey));
  const { id: schemaId } = await createSchema(flooding, 'flood');
  const documentIds = await uploadAll(flooding, documents);
  const floods = [
    { title: `one job of ${documents}`, size: documents },
    { title: `${documents / 4} jobs of 4`, size: 4 },
  ];
  const alone = [];
  const beside = floods.map(() => []);

  const measureAlone = async (name) => {
    const { times } = await runLoad(await prepareJobs(url, jobs, `alone ${name}`, quiet), 1);
    alone.push(times);
  };
  const measureBeside = async ({ title, size }, name, own) => {
    const tasks = await prepareJobs(url, jobs, `${title} ${name}`, quiet);
    await pour(flooding, size, own, name, schemaId);
    const before = await standing(database);
    const { times, perSecond } = await runLoad(tasks, 1);
    const after = await standing(database);
    if (after.open.length === 0) throw new Error(`${title}: over before the measuring`);
    await stem(flooding, database);
    return { times, floodPerSecond: ((after.done - before.done) * perSecond) / jobs };
  };

  const blocks = (rounds + 1) * floods.length;
  for (let block = 0; block < blocks; block++) {
    await measureAlone(block);
    const position = block % floods.length;
    const own = rotated(documentIds, Math.round((block * documents) / blocks));
    beside[position].push(await measureBeside(floods[position], block, own));
  }
  await measureAlone(blocks);

  const measured = alone.slice(floods.length);
  const rowOf = (title, times, floodTimes) => ({
    title,
    samples: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    ratio: percentile(times, 0.99) / percentile(measured.flat(), 0.99),
    floodPerSecond: floodTimes,
  });
  return {
    rows: [
      rowOf('alone', measured.flat(), 0),
      ...floods.map(({ title }, position) => {
        const results = beside[position].slice(1);
        const mean = results.reduce((sum, { floodPerSecond }) => sum + floodPerSecond, 0) / results.length;
        return rowOf(
          title,
          results.flatMap(({ times }) => times),
          mean,
        );
      }),
    ],
    aloneInOrder: measured.map((times) => percentile(times, 0.5)),
  };
}

/**
 * Asks once more when the connection was closed under the request, as a server does with one that was not used for a
 * while: a job that is asked for again is the same job.
 */
const patient =
  (api) =>
  async (...request) => {
    try {
      return await api(...request);
    } catch (error) {
      if (error instanceof TypeError) return api(...request);
      throw error;
    }
  };

async function addAccount(database, key) {
  const sha256 = createHash('sha256').update(key).digest('hex');
  await database.batch([
    database.prepare('INSERT INTO accounts (id, name, created_at) VALUES (?1, ?1, 0)').bind(QUIET),
    database
      .prepare('INSERT INTO api_keys (sha256, id, account_id, created_at) VALUES (?1, ?2, ?3, 0)')
      .bind(sha256, 'key_bench_quiet', QUIET),
  ]);
}

async function uploadAll(api, documents) {
  const ids = [];
  const tasks = Array.from({ length: documents }, (_, index) => async () => {
    ids.push((await uploadPage(api, `flood-${index}`)).id);
  });
  await runLoad(tasks, CALLS_AT_ONCE);
  return ids;
}

const rotated = (items, by) => [...items.slice(by), ...items.slice(0, by)];

/** Jobs of `size` documents over all of them. */
async function pour(api, size, ids, name, schemaId) {
  const tasks = Array.from({ length: ids.length / size }, (_, index) => () => {
    const own = ids.slice(index * size, (index + 1) * size);
    return api('POST', '/v1/jobs', { name: `flood ${name} ${index}`, schema_id: schemaId, document_ids: own });
  });
  await runLoad(tasks, CALLS_AT_ONCE);
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
