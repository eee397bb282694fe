import { columnsOf } from './columns.js';
import { element, fill } from './element.js';
import { moveByArrows } from './grid-keys.js';
import { gridRow } from './grid-row.js';

/** Rows shown at first and with each further step: a grid may have 2,000. */
const STEP = 200;

/**
 * The grid of a job, kept up to date in place: a row that did not change is left alone, with what is focused in it.
 *
 * @param {Element} place
 * @param {(row: object, key: string, value: unknown, button: Element) => void} onCell
 */
export function grid(place, onCell) {
  const shown = new Map();
  let columns = [];
  let rows = [];
  let limit = STEP;
  let body = null;

  function frame() {
    shown.clear();
    body = element('tbody');
    const table = element(
      'table',
      { class: 'grid', 'aria-label': 'Values by document and field' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ['Document', ...columns].map((name) => element('th', { scope: 'col' }, name)),
        ),
      ),
      body,
    );
    moveByArrows(table);
    fill(place, element('div', { class: 'scroll grid-scroll' }, table), legend(), element('div', { class: 'pager' }));
  }

  function showRow(row) {
    const said = JSON.stringify(row);
    const old = shown.get(row.id);
    if (old?.said === said) return;
    const open = old?.open ?? new Set();
    const focused = document.activeElement?.dataset?.cell;
    const made = gridRow(row, columns, open, onCell);
    if (old === undefined) body.append(...made);
    else {
      while (old.first.nextElementSibling?.classList.contains('nested')) old.first.nextElementSibling.remove();
      old.first.replaceWith(...made);
    }
    shown.set(row.id, { said, open, first: made[0] });
    if (focused && document.activeElement === document.body) {
      body.querySelector(`[data-cell="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  function render() {
    for (const row of rows.slice(0, limit)) showRow(row);
    const left = rows.length - limit;
    fill(place.querySelector('.pager'), left > 0 ? more(left) : null);
  }

  const more = (left) =>
    element(
      'button',
      {
        type: 'button',
        onclick: () => {
          limit += STEP;
          render();
        },
      },
      `Show ${Math.min(STEP, left)} more of ${left}`,
    );

  return {
    show(data) {
      rows = data;
      const wanted = columnsOf(rows.map((row) => row.values));
      if (body === null || wanted.join('\n') !== columns.join('\n')) {
        columns = wanted;
        frame();
      }
      render();
    },
  };
}

const legend = () =>
  element(
    'p',
    { class: 'legend' },
    'Confidence:',
    [
      ['high', '90% and more'],
      ['middle', '70% and more'],
      ['low', 'below 70%'],
      ['none', 'empty: no evidence'],
    ].map(([kind, text]) => element('span', { class: `cell ${kind}` }, text)),
    element('span', {}, 'A dotted line: flagged by a check.'),
  );
