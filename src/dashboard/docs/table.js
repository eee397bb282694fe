import { element } from '../app/element.js';

/** Rows of text under headings; the first column is code. */
export const table = (headings, rows) =>
  element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          headings.map((name) => element('th', { scope: 'col' }, name)),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map((row) =>
          element(
            'tr',
            {},
            row.map((cell, index) => element('td', {}, index === 0 ? element('code', {}, cell) : cell)),
          ),
        ),
      ),
    ),
  );
