// npm run chaos -- --seed N --jobs M --kills K [--rate R] [--control]
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lineOf, SETTLED_WITHIN_MS, settledP99, summaryOf } from './report.mjs';
import { JOBS_A_SECOND, runChaos } from './run-chaos.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: '200' },
    kills: { type: 'string', default: '5' },
    rate: { type: 'string', default: String(JOBS_A_SECOND) },
    control: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const jobs = Number(values.jobs);
const kills = Number(values.kills);
const rate = Number(values.rate);
const isControl = values.control;
const replay = [`npm run chaos -- --seed ${seed} --jobs ${jobs} --kills ${kills}`]
  .concat(rate === JOBS_A_SECOND ? [] : `--rate ${rate}`, isControl ? '--control' : [])
  .join(' ');
const logPath = join(tmpdir(), `quarry-chaos-${seed}.log`);
console.log(`${replay}   (what the server prints: ${logPath})`);

let number = 0;
const result = await runChaos({
  seed,
  jobs,
  kills,
  logPath,
  rate,
  isControl,
  tell: (restart) => {
    number += 1;
    console.log(lineOf(restart, number));
  },
});
for (const line of summaryOf(result)) console.log(line);
for (const line of result.wrong) console.log(`  ${line}`);
const p99 = settledP99(result);
if (p99 > SETTLED_WITHIN_MS) console.log(`jobs ended later than ${SETTLED_WITHIN_MS / 1000} s after a restart`);
if (result.wrong.length > 0 || p99 > SETTLED_WITHIN_MS) {
  console.log(`again: ${replay}`);
  process.exitCode = 1;
}
