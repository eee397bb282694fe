import { byId, element } from './element.js';
import { badge } from './facts.js';
import { bytes, instant } from './format.js';
import { pagedTable } from './paged-table.js';

/** How long a search waits for the next key, in milliseconds. */
const TYPING_MS = 250;

/** The stored documents, each with a box that puts it into the next job. */
export function showDocuments(selection) {
  const search = byId('document-search');
  const list = pagedTable({
    place: byId('documents-list'),
    caption: 'Documents',
    columns: [
      ['In job', ''],
      ['Document', 'name'],
      ['Status', 'nowrap'],
      ['Pages', 'number'],
      ['Size', 'number'],
      ['Stored', 'nowrap'],
    ],
    path: () => `/v1/documents?limit=10&search=${encodeURIComponent(search.value.trim())}`,
    cells: (item) => [
      box(item, selection),
      element('a', { href: `/documents/${item.id}`, 'data-keep': item.id }, item.filename),
      badge(item.status),
      String(item.pages ?? ''),
      bytes(item.size_bytes),
      instant(item.created_at),
    ],
    empty: 'No document here.',
    noun: ['document', 'documents'],
  });
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(list.restart, TYPING_MS);
  });
  selection.onChange(() => {
    for (const input of byId('documents-list').querySelectorAll('input')) input.checked = selection.has(input.value);
  });
  list.restart();
  return list;
}

const box = (item, selection) =>
  element('input', {
    type: 'checkbox',
    value: item.id,
    checked: selection.has(item.id),
    'data-keep': `box-${item.id}`,
    'aria-label': `Put ${item.filename} into the next job`,
    onchange: ({ target }) => (target.checked ? selection.add(item) : selection.remove(item.id)),
  });
