import { textTable } from './text-table.mjs';

const EVIDENCE = [
  { title: 'confidence', right: true },
  { title: 'page', right: true },
  { title: 'place', widest: 26 },
  { title: 'source text', widest: 44 },
];
const WIDEST_VALUE = 34;

/** The lines of one document's row of the grid: its fields with their evidence, then its arrays as tables of their own. */
export function gridLines(row) {
  const values = Object.entries(row.values);
  const fields = values.filter(([, value]) => !Array.isArray(value));
  const arrays = values.filter(([, value]) => Array.isArray(value));
  const columns = [{ title: 'field' }, { title: 'value', widest: WIDEST_VALUE }, ...EVIDENCE];
  const cells = fields.map(([name, value]) => [name, text(value), ...evidence(row.provenance[name])]);
  return [
    `${row.filename}  (${row.status}, confidence ${confidence(row.confidence)})`,
    ...textTable(columns, cells, '  '),
    ...arrays.flatMap(([name, items]) => arrayLines(row, name, items)),
  ];
}

// One line for each item: its values, then the evidence of its first cell and the lowest confidence of all of them.
function arrayLines(row, name, items) {
  const names = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const columns = names.map((title) => ({
    title,
    widest: WIDEST_VALUE,
    right: items.every((item) => typeof item[title] !== 'string'),
  }));
  const rows = items.map((item, index) => {
    const cells = names.map((property) => row.provenance[`${name}[${index}].${property}`]).filter(Boolean);
    const lowest = Math.min(...cells.map((cell) => cell.confidence));
    return [
      ...names.map((property) => text(item[property])),
      ...evidence(cells[0] && { ...cells[0], confidence: lowest }),
    ];
  });
  return ['', `  ${name}`, ...textTable([...columns, ...EVIDENCE], rows, '    ')];
}

function evidence(cell) {
  if (!cell) return ['', '', '', ''];
  const [left, top, right, bottom] = cell.bbox.map(Math.round);
  const place = cell.section ?? `${left},${top} ${right - left}×${bottom - top}`;
  return [confidence(cell.confidence), String(cell.page), place, cell.source_text];
}

const text = (value) => (value === null || value === undefined ? '' : String(value));
const confidence = (share) => (share === null ? 'none' : share.toFixed(2));
