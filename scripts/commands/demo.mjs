import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../demo/api.mjs';
import { compareValues } from '../demo/compare.mjs';
import { gridLines } from '../demo/grid.mjs';
import { createProgress } from '../demo/progress.mjs';
import { probePort } from '../free-port.mjs';
import { root } from '../root.mjs';
import { startService } from '../service.mjs';
import { rejectOnAbort, stopSignal } from '../stop-signal.mjs';

const samples = join(root, 'test', 'samples');
const PHASES = ['phase_1_resolve', 'phase_2_execute', 'phase_3_validation', 'phase_4_reread'];
const readJson = async (name) => JSON.parse(await readFile(join(samples, name), 'utf8'));

/** Extracts the shipped samples with a service of its own and shows the grid; 0 when every cell is right. */
export async function run() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'quarry-demo-'));
  const signal = stopSignal();
  try {
    console.log('Starting Quarry with an empty data folder ...');
    const port = await probePort(0);
    const service = await startService({ port, dataFolder, verbose: Boolean(process.env.QUARRY_VERBOSE), signal });
    return await Promise.race([showExtraction(service), rejectOnAbort(signal)]).finally(service.stop);
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function showExtraction(service) {
  const api = createApi(service);
  const expected = await readJson('expected.json');
  const documents = [];
  for (const { filename, media_type: mediaType } of expected) {
    documents.push(await api.upload(filename, mediaType, await readFile(join(samples, filename))));
    console.log(`Uploaded ${filename}`);
  }
  const schema = await api.post('/v1/schemas', { name: 'Invoice', definition: await readJson('schema.json') });
  const job = await api.post('/v1/jobs', {
    name: 'Demo',
    schema_id: schema.id,
    document_ids: documents.map((document) => document.id),
  });
  console.log(`Created job ${job.id}`);
  await followJob(api, job, documents.length);

  const { data: rows } = await api.get(`/v1/jobs/${job.id}/results`);
  for (const row of rows) console.log(`\n${gridLines(row).join('\n')}`);
  return verdict(expected, rows);
}

async function followJob(api, job, documents) {
  const progress = createProgress(process.stdout, PHASES, documents);
  for await (const { event, data } of api.events(job.links.events)) {
    if (event === 'document' && data.phase !== null) progress.advance(data.document_id, data.phase);
    if (event === 'end' && data.status !== 'complete') throw new Error(`the job failed: ${data.error?.message}`);
  }
}

function verdict(expected, rows) {
  let cells = 0;
  const wrong = expected.flatMap(({ filename, values }) => {
    const row = rows.find((each) => each.filename === filename);
    const comparison = compareValues(values, row?.values);
    cells += comparison.cells;
    return comparison.differences.map((difference) => ({ filename, ...difference }));
  });
  console.log(`\n${cells - wrong.length} of ${cells} cells are what the samples hold.`);
  for (const { filename, cell, expected: want, found } of wrong) {
    console.error(`${filename}: ${cell} is ${JSON.stringify(found) ?? 'missing'}, not ${JSON.stringify(want)}`);
  }
  return wrong.length === 0 ? 0 : 1;
}
