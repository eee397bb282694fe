import { get } from './api.js';
import { byId, element, fill } from './element.js';
import { showExtractions } from './extractions-list.js';
import { facts } from './facts.js';
import { instant } from './format.js';
import { showingErrors } from './notice.js';
import { idInAddress, showContent, startPage } from './page.js';
import { schemaFields } from './schema-fields.js';

startPage();

await showingErrors(byId('notice'), async () => {
  const schema = await get(`/v1/schemas/${idInAddress()}`);
  showContent(schema.name);
  fill(
    byId('schema'),
    element('h1', {}, schema.name),
    schema.description === null ? null : element('p', {}, schema.description),
    facts([
      ['Short id', element('span', { class: 'id' }, schema.short_id)],
      ['Fields', String(schema.field_count)],
      ['Version', String(schema.version)],
      ['Created', instant(schema.created_at)],
      ['Changed', instant(schema.updated_at)],
      ['Id', element('span', { class: 'id' }, schema.id)],
      ['Use it', element('a', { href: `/?schema=${schema.id}#new-job` }, 'start a job')],
    ]),
  );
  fill(byId('fields'), table(schemaFields(schema.definition)));
  fill(byId('definition'), element('pre', {}, JSON.stringify(schema.definition, null, 2)));
  showExtractions(byId('extractions'), `/v1/extractions?limit=20&schema_id=${schema.id}`);
});

function table(rows) {
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      { 'aria-label': 'Fields' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ['Field', 'Type', 'Required', 'Description'].map((name) => element('th', { scope: 'col' }, name)),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map(({ key, type, required, description }) =>
          element(
            'tr',
            {},
            [element('code', {}, key), type, required ? 'yes' : '', description].map((cell) => element('td', {}, cell)),
          ),
        ),
      ),
    ),
  );
}
