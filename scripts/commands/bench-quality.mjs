import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readArguments, UsageError } from '../../bench/quality/arguments.mjs';
import { figuresOf } from '../../bench/quality/figures.mjs';
import { measureSet } from '../../bench/quality/measure.mjs';
import { documentLines, errorLines, reportLines } from '../../bench/quality/report.mjs';
import { root } from '../root.mjs';

const USAGE = `usage: npm run bench:quality -- [--set folder] [--kind a,b] [--lang x,y] [--docs] [--errors n] [--json [file]]`;

/** Has the service read a set of documents and shows how much of it is right; see bench/README.md. */
export async function run(args) {
  try {
    const wanted = readArguments(args, ['set', 'kind', 'lang', 'docs', 'errors', 'json']);
    await show(wanted);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
}

async function show({ set, kinds, languages, docs, errors, json }) {
  const folder = set === null ? join(root, '..', 'shared', 'eval', 'dev') : resolve(set);
  const judged = await measureSet({ folder, kinds, languages }, progressOn(process.stderr));
  const figures = figuresOf(judged);
  if (json !== null) {
    const text = `${JSON.stringify({ ...figures, documents: judged }, null, 1)}\n`;
    if (json === '-') process.stdout.write(text);
    else await writeFile(json, text);
  }
  if (json === '-') return;
  const lines = [...reportLines(figures)];
  if (docs) lines.push('', ...documentLines(judged));
  if (errors > 0) lines.push('', ...errorLines(judged, errors));
  console.log(lines.join('\n'));
}

/** On a terminal a line that counts documents; nothing in a log. */
export const progressOn = (out) => (done, total) => {
  if (out.isTTY) out.write(`\r${done}/${total} documents${done === total ? '\n' : ''}`);
};
