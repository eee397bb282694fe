/** Characters between columns. */
const GAP = 3;
/** Characters of a column; what is longer pushes what follows. */
const MAX_COLUMN = 60;

/**
 * Lines whose parts are kept apart by tabs, with spaces in place of the tabs: in lines that follow each other the parts
 * stand below each other, wherever their tab stops are. A line without tabs comes back as it is.
 */
export function alignTabs(texts: readonly string[]): string[] {
  const rows = texts.map((text) => text.split('\n').map((line) => line.split(/(?<=.)\t+|^\t+/)));
  const aligned: string[] = [];
  let from = 0;
  while (from < rows.length) {
    let to = from;
    while (to < rows.length && (rows[to] ?? []).some((parts) => parts.length > 1)) to += 1;
    if (to === from) {
      aligned.push(texts[from] ?? '');
      from += 1;
      continue;
    }
    const group = rows.slice(from, to);
    const widths = widthsOf(group.flat());
    for (const lines of group) aligned.push(lines.map((parts) => joined(parts, widths)).join('\n'));
    from = to;
  }
  return aligned;
}

function widthsOf(lines: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const parts of lines) {
    parts.slice(0, -1).forEach((part, column) => {
      widths[column] = Math.max(widths[column] ?? 0, Math.min(part.length, MAX_COLUMN));
    });
  }
  return widths;
}

function joined(parts: readonly string[], widths: readonly number[]): string {
  return parts
    .map((part, column) => (column === parts.length - 1 ? part : part.padEnd(widths[column] ?? 0) + ' '.repeat(GAP)))
    .join('')
    .trimEnd();
}
