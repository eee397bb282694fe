import { cellButton } from './cell.js';
import { own, valueAt } from './columns.js';
import { element } from './element.js';
import { badge } from './facts.js';
import { nestedTable } from './nested-table.js';

/**
 * One document of a job: its row, and below it the lists that are open.
 *
 * @param {object} row as the API answers it
 * @param {readonly string[]} columns
 * @param {Set<string>} open keys of the lists that are open; changed here
 * @param {(row: object, key: string, value: unknown, button: Element) => void} onCell
 * @returns {Element[]} table rows
 */
export function gridRow(row, columns, open, onCell) {
  const nested = new Map();

  const nestedRow = (key, items) =>
    element(
      'tr',
      { class: 'nested', 'data-list': key },
      element(
        'td',
        { colspan: columns.length + 1 },
        nestedTable(row, key, items, (...cell) => onCell(row, ...cell)),
      ),
    );

  function toggle(key, items, button) {
    const shown = nested.get(key);
    if (shown === undefined) {
      const added = nestedRow(key, items);
      nested.set(key, added);
      main.after(added);
      open.add(key);
    } else {
      shown.remove();
      nested.delete(key);
      open.delete(key);
    }
    button.setAttribute('aria-expanded', String(shown === undefined));
  }

  const cellOf = (key) => {
    const value = valueAt(row.values, key);
    const isList = Array.isArray(value) && value.length > 0;
    const flagged = row.validation_flags.some(({ field }) => field === key || field.startsWith(`${key}[`));
    return cellButton(Array.isArray(value) && !isList ? null : value, own(row.fields_confidence, key), flagged, {
      'data-cell': `${row.id} ${key}`,
      'aria-expanded': isList ? String(open.has(key)) : null,
      onclick: ({ currentTarget }) =>
        isList ? toggle(key, value, currentTarget) : onCell(row, key, value, currentTarget),
    });
  };

  const main = element(
    'tr',
    {},
    element('th', { scope: 'row' }, heading(row)),
    columns.map((key) => element('td', {}, cellOf(key))),
  );
  for (const key of columns) {
    const value = valueAt(row.values, key);
    if (open.has(key) && Array.isArray(value) && value.length > 0) nested.set(key, nestedRow(key, value));
  }
  return [main, ...nested.values()];
}

const heading = (row) => [
  element('a', { href: `/documents/${row.document_id}` }, row.filename),
  ' ',
  row.status === 'complete' ? null : badge(row.status),
  row.error === undefined ? null : element('div', { class: 'row-problem' }, `${row.error.message} (${row.error.code})`),
];
