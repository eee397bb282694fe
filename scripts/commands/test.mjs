import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../root.mjs';
import { runToEnd, runTool, spawnTool } from '../toolchain.mjs';

const RESULTS = join(root, 'test', '.results');

/** Run at the same time: each leaves most of a second core idle. */
const HALVES = { service: ['conformance'], code: ['unit', 'simulation', 'worker'] };

/**
 * Runs the tests; arguments go on to vitest, which then runs what they ask for alone. The counts are left in
 * test/.results/report.json for .ci/run.
 */
export async function run(args) {
  const report = join(RESULTS, 'report.json');
  if (args.length > 0) return runTool('vitest', vitest(report, args));
  // What an earlier run left must not count for this one.
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  const reports = Object.keys(HALVES).map((name) => join(RESULTS, `${name}.json`));
  const codes = await Promise.all(
    Object.values(HALVES).map((projects, index) =>
      runHalf(
        reports[index],
        projects.flatMap((name) => ['--project', name]),
      ),
    ),
  );
  await writeFile(report, JSON.stringify(merged(await Promise.all(reports.map(readReport)))));
  return Math.max(...codes);
}

const vitest = (report, args) => [
  ...['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json'],
  ...[`--outputFile.json=${report}`, ...args],
];

/** Its lines on ours, whole: two that draw on one terminal would draw over each other. */
function runHalf(report, args) {
  const child = spawnTool('vitest', vitest(report, args), { stdio: ['ignore', 'pipe', 'pipe'] });
  createInterface({ input: child.stdout }).on('line', (line) => process.stdout.write(`${line}\n`));
  createInterface({ input: child.stderr }).on('line', (line) => process.stderr.write(`${line}\n`));
  return runToEnd(child);
}

/** A half that left no report counts as one that failed. */
const readReport = (path) =>
  readFile(path, 'utf8').then(JSON.parse, () => ({
    numPassedTests: 0,
    numFailedTests: 1,
    testResults: [],
    success: false,
  }));

const merged = (reports) => ({
  numPassedTests: reports.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0),
  numFailedTests: reports.reduce((sum, { numFailedTests }) => sum + numFailedTests, 0),
  testResults: reports.flatMap(({ testResults }) => testResults),
  success: reports.every(({ success }) => success),
});
