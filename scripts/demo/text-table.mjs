// Widths of characters that terminals draw two cells wide do not occur in the samples.
const clip = (text, width) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

/**
 * Lines of a table with aligned columns. `columns`: `{ title, widest?, right? }`; `rows`: texts by column. A cell longer
 * than `widest` is cut.
 */
export function textTable(columns, rows, indent = '') {
  const cells = rows.map((row) => row.map((text, index) => clip(text, columns[index].widest ?? 60)));
  const widths = columns.map(({ title }, index) => Math.max(title.length, ...cells.map((row) => row[index].length)));
  const line = (texts) =>
    indent +
    texts
      .map((text, index) => (columns[index].right ? text.padStart(widths[index]) : text.padEnd(widths[index])))
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), line(widths.map((width) => '─'.repeat(width))), ...cells.map(line)];
}
