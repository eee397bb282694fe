import { byId, element } from './element.js';
import { instant } from './format.js';
import { pagedTable } from './paged-table.js';

/** The stored schemas; answers them once they are shown. */
export function showSchemas() {
  return pagedTable({
    place: byId('schemas-list'),
    caption: 'Schemas',
    columns: [
      ['Schema', 'name'],
      ['Short id', 'nowrap'],
      ['Fields', 'number'],
      ['Version', 'number'],
      ['Changed', 'nowrap'],
    ],
    path: () => '/v1/schemas',
    cells: (schema) => [
      element('a', { href: `/schemas/${schema.id}` }, schema.name),
      element('span', { class: 'id' }, schema.short_id),
      String(schema.field_count),
      String(schema.version),
      instant(schema.updated_at),
    ],
    empty: 'No schema yet. Paste one when you start a job and it is kept.',
    noun: ['schema', 'schemas'],
  }).restart();
}
