import { element } from './element.js';
import { badge } from './facts.js';
import { instant, percent } from './format.js';
import { pagedTable } from './paged-table.js';

/** Extractions as the API lists them under this path; each leads to the grid it stands in. */
export function showExtractions(place, path) {
  return pagedTable({
    place,
    caption: 'Extractions',
    columns: [
      ['Document', 'name'],
      ['Status', 'nowrap'],
      ['Confidence', 'number'],
      ['Grid', 'nowrap'],
      ['Created', 'nowrap'],
    ],
    path: () => path,
    cells: (item) => [
      element('a', { href: `/documents/${item.document_id}` }, item.document_filename),
      badge(item.status),
      percent(item.confidence_overall),
      element('a', { href: `/jobs/${item.job_id}` }, `job ${item.job_id.slice(0, 8)}`),
      instant(item.created_at),
    ],
    empty: 'Nothing was extracted yet.',
    noun: ['extraction', 'extractions'],
  }).restart();
}
