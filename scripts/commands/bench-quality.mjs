import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readArguments, UsageError } from '../../bench/quality/arguments.mjs';
import { figuresOf } from '../../bench/quality/figures.mjs';
import { measureSet } from '../../bench/quality/measure.mjs';
import { measureOperations, operationLines } from '../../bench/quality/operations/measure-operations.mjs';
import { documentLines, errorLines, reportLines } from '../../bench/quality/report.mjs';
import { root } from '../root.mjs';

const USAGE = `usage: npm run bench:quality -- [--set folder] [--kind a,b] [--lang x,y] [--docs] [--errors n] [--json [file]]
       npm run bench:quality -- --operations [--set folder] [--docs] [--json [file]]`;

/** Has the service read a set of documents and shows how much of it is right; see bench/README.md. */
export async function run(args) {
  try {
    const wanted = readArguments(args, ['set', 'kind', 'lang', 'docs', 'errors', 'json', 'operations']);
    await (wanted.operations ? showOperations(wanted) : show(wanted));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
}

/** The set that is measured unless another is named. */
const folderOf = (set) => (set === null ? join(root, '..', 'shared', 'eval', 'dev') : resolve(set));

async function show({ set, kinds, languages, docs, errors, json }) {
  const folder = folderOf(set);
  const judged = await measureSet({ folder, kinds, languages }, progressOn(process.stderr));
  const figures = figuresOf(judged);
  if (json !== null) await writeJson(json, { ...figures, documents: judged });
  if (json === '-') return;
  const lines = [...reportLines(figures)];
  if (docs) lines.push('', ...documentLines(judged));
  if (errors > 0) lines.push('', ...errorLines(judged, errors));
  console.log(lines.join('\n'));
}

/** What the other operations make of the same documents. */
async function showOperations({ set, docs, json }) {
  const measured = await measureOperations(folderOf(set), progressOn(process.stderr));
  if (json !== null) await writeJson(json, measured);
  if (json !== '-') console.log(operationLines(measured, docs).join('\n'));
}

/** `-`: to standard output. */
async function writeJson(file, content) {
  const text = `${JSON.stringify(content, null, 1)}\n`;
  if (file === '-') process.stdout.write(text);
  else await writeFile(file, text);
}

/** On a terminal a line that counts documents; nothing in a log. */
export const progressOn = (out) => (done, total) => {
  if (out.isTTY) out.write(`\r${done}/${total} documents${done === total ? '\n' : ''}`);
};
