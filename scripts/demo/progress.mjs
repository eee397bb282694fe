const WIDTH = 24;

/**
 * Shows how many documents have passed each phase: bars that redraw themselves on a terminal, else one line for each
 * change. `advance(document, phase)` says that a document has passed `phase`, and with it all phases before.
 */
export function createProgress(out, phases, total) {
  const passed = new Map();
  let drawn = false;

  const count = (phase) => [...passed.values()].filter((reached) => reached >= phases.indexOf(phase)).length;

  function bar(phase) {
    const done = count(phase);
    const filled = Math.round((done / total) * WIDTH);
    return `  ${phase.padEnd(18)} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} documents`;
  }

  function draw() {
    const up = drawn ? `\u001b[${phases.length}A` : '';
    out.write(`${up}${phases.map((phase) => `\u001b[2K${bar(phase)}\n`).join('')}`);
    drawn = true;
  }

  if (out.isTTY) draw();
  return {
    advance(document, phase) {
      const reached = phases.indexOf(phase);
      const before = passed.get(document) ?? -1;
      if (reached <= before) return;
      passed.set(document, reached);
      if (out.isTTY) draw();
      else for (const each of phases.slice(before + 1, reached + 1)) out.write(`${bar(each)}\n`);
    },
  };
}
