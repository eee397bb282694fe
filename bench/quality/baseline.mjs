import { readFile, writeFile } from 'node:fs/promises';

/** Beside this file, so that a change of quality is seen in the history. */
const FILE = new URL('baseline.json', import.meta.url);
/** In points of a hundred. The engine gives the same answer each time; recognised text may differ between machines. */
const TOLERANCE = 0.5;

/** What is kept of a set's figures, in points: `{ macro, kinds }`, each `{ document, cellF1, invented }`. */
export function keptOf({ kinds, macro }) {
  const points = (share) => (share === null ? null : Math.round(share * 1000) / 10);
  const kept = ({ document, cellF1, invented }) => ({
    document: points(document),
    cellF1: points(cellF1),
    invented: points(invented),
  });
  return {
    macro: kept(macro),
    kinds: Object.fromEntries(Object.entries(kinds).map(([kind, figures]) => [kind, kept(figures)])),
  };
}

/** What got worse by more than the tolerance, as lines; a kind that is no longer there did. */
export function drops(before, now) {
  const groups = [
    ['MACRO', before.macro, now.macro],
    ...Object.entries(before.kinds).map(([kind, kept]) => [kind, kept, now.kinds[kind]]),
  ];
  return groups.flatMap(([name, kept, found]) => {
    if (found === undefined) return [`${name}: no documents of this kind, the baseline has some`];
    return [
      ...worse(`${name}: doc%`, kept.document, found.document, -1),
      ...worse(`${name}: cellF1`, kept.cellF1, found.cellF1, -1),
      ...worse(`${name}: hallu%`, kept.invented, found.invented, 1),
    ];
  });
}

function worse(name, before, now, direction) {
  if (before === null || now === null) return [];
  return (now - before) * direction > TOLERANCE ? [`${name} ${now.toFixed(1)}, was ${before.toFixed(1)}`] : [];
}

/** The kept figures of each set by its name; empty before the first `--keep`. */
export async function readBaseline() {
  const text = await readFile(FILE, 'utf8').catch(() => '{}');
  return JSON.parse(text);
}

export async function keepBaseline(name, kept) {
  const all = { ...(await readBaseline()), [name]: kept };
  await writeFile(FILE, `${JSON.stringify(all, null, 2)}\n`);
}
