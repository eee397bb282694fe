import { get } from './api.js';
import { element, fill } from './element.js';
import { counted } from './format.js';
import { notice } from './notice.js';

/**
 * A list of the API as a table, page by page. Pages are walked by cursor, so the way back is the cursors already used.
 *
 * @param {object} list
 * @param {Element} list.place
 * @param {string} list.caption said to those who do not see the heading
 * @param {readonly [string, string][]} list.columns heading and class of each column
 * @param {() => string} list.path with its query, without cursor
 * @param {(item: any) => Node[]} list.cells one node a column
 * @param {string} list.empty what to say when nothing is there
 * @param {[one: string, many: string]} list.noun
 * @returns {{ refresh(): Promise<any[]>, restart(): Promise<any[]> }} both answer the items shown
 */
export function pagedTable({ place, caption, columns, path, cells, empty, noun }) {
  let cursors = [null];
  let latest = 0;

  async function refresh() {
    const turn = ++latest;
    try {
      const cursor = cursors.at(-1);
      const page = await get(cursor === null ? path() : withCursor(path(), cursor));
      // A newer question was asked meanwhile: its answer is the one to show.
      if (turn !== latest) return [];
      show(page);
      return page.data;
    } catch (error) {
      if (turn === latest) fill(place, notice(error));
      return [];
    }
  }

  function restart() {
    cursors = [null];
    return refresh();
  }

  function show({ data, pagination }) {
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.keep : undefined;
    fill(place, data.length === 0 ? element('p', { class: 'empty' }, empty) : table(data), pager(pagination));
    if (focused) place.querySelector(`[data-keep="${CSS.escape(focused)}"]`)?.focus();
  }

  const table = (data) =>
    element(
      'div',
      { class: 'scroll' },
      element(
        'table',
        { 'aria-label': caption },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            columns.map(([heading, kind]) => element('th', { class: kind, scope: 'col' }, heading)),
          ),
        ),
        element(
          'tbody',
          {},
          data.map((item) =>
            element(
              'tr',
              {},
              cells(item).map((cell, index) => element('td', { class: columns[index][1] }, cell)),
            ),
          ),
        ),
      ),
    );

  const pager = ({ total, has_more, next_cursor }) =>
    element(
      'div',
      { class: 'pager' },
      element('span', { class: 'muted' }, counted(total, ...noun)),
      cursors.length > 1 || has_more
        ? [
            step('Newer', cursors.length > 1, () => cursors.pop()),
            step('Older', has_more, () => cursors.push(next_cursor)),
          ]
        : null,
    );

  const step = (label, possible, move) =>
    element(
      'button',
      {
        type: 'button',
        'data-keep': label,
        disabled: !possible,
        onclick: () => {
          move();
          refresh();
        },
      },
      label,
    );

  return { refresh, restart };
}

const withCursor = (path, cursor) => `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
