// node bench/quality/fit-calibration.mjs <run.json> ...: fits the engine's confidence to runs of bench:quality --json and
// writes the curves into src/engines/layout/calibration.ts. Needs a Node that strips types (22.18 or newer).
import { readFile, writeFile } from 'node:fs/promises';
import { curveOf, kindOfEvidence } from '../../src/engines/layout/calibration.ts';
import { fitCurves } from './fit-curves.mjs';

const FILE = new URL('../../src/engines/layout/calibration.ts', import.meta.url);

/** Specimens print invented account numbers that fail their check; in earnest one that does was misread. */
const NOT_FITTED = ['doubt: check-number'];

/** The score behind a confidence that was shown: the curve read backwards. */
function scoreBehind(kind, confidence) {
  const { slope, offset } = curveOf(kind);
  const odds = (Math.log(confidence / (1 - confidence)) - offset) / slope;
  return Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-odds))));
}

async function cellsOf(file) {
  const { documents } = JSON.parse(await readFile(file, 'utf8'));
  return documents.flatMap(({ id, cells }) =>
    cells.map(({ path, source, flags, onScan, confidence, right }) => {
      const kind = kindOfEvidence({ path, source, flags: flags.map((code) => ({ code, message: '' })) }, onScan);
      return { document: id, kind, score: scoreBehind(kind, confidence), right };
    }),
  );
}

const all = (await Promise.all(process.argv.slice(2).map(cellsOf))).flat();
const cells = all.filter(({ kind }) => !NOT_FITTED.includes(kind));
if (cells.length === 0) throw new Error('no values: give files that bench:quality --json wrote');
const { any, kinds } = fitCurves(cells);
const told = ({ slope, offset }) => `{ slope: ${slope}, offset: ${offset} }`;
const name = (kind) => (/^[a-z]+$/.test(kind) ? kind : `'${kind}'`);
const lines = Object.entries(kinds).map(([kind, curve]) => `  ${name(kind)}: ${told(curve)},\n`);
const source = await readFile(FILE, 'utf8');
await writeFile(
  FILE,
  source
    .replace(/(const ANY: Curve = )[^;]*;/, `$1${told(any)};`)
    .replace(/(const CURVES: [^=]* = )\{[^;]*\};/, `$1{\n${lines.join('')}};`),
);
console.log(`fitted to ${cells.length} values\n${lines.join('')}  any other: ${told(any)}`);
