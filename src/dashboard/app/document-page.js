import { get } from './api.js';
import { byId, element, fill } from './element.js';
import { showExtractions } from './extractions-list.js';
import { badge, facts } from './facts.js';
import { bytes, instant } from './format.js';
import { showingErrors } from './notice.js';
import { idInAddress, showContent, startPage } from './page.js';

startPage();
const path = `/v1/documents/${idInAddress()}`;

await showingErrors(byId('notice'), async () => {
  const read = await get(path);
  showContent(read.filename);
  fill(
    byId('document'),
    element('h1', {}, read.filename),
    facts([
      ['Status', badge(read.status)],
      ['Problem', read.error],
      ['Format', read.mime_type],
      ['Pages', read.pages === null ? null : String(read.pages)],
      ['Size', bytes(read.size_bytes)],
      ['Language', read.language_detected],
      ['Stored', instant(read.created_at)],
      ['Id', element('span', { class: 'id' }, read.id)],
    ]),
  );
  showExtractions(byId('extractions'), `${path}/extractions?limit=20`);
  await showingErrors(byId('text-notice'), async () => {
    const { markdown } = await get(`${path}/markdown`);
    fill(byId('text'), markdown === '' ? element('p', { class: 'muted' }, 'No text.') : element('pre', {}, markdown));
  });
});
