import { valueText } from './cell.js';
import { own } from './columns.js';
import { element, fill } from './element.js';
import { percent } from './format.js';
import { phaseName } from './phases.js';

/** The panel that says where a value comes from. One cell at a time; Escape closes it and goes back to the cell. */
export function evidencePanel(place) {
  let opener = null;

  function close() {
    place.hidden = true;
    opener?.classList.remove('shown');
    opener?.focus();
    opener = null;
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !place.hidden) close();
  });

  return (row, key, value, button) => {
    opener?.classList.remove('shown');
    opener = button;
    button.classList.add('shown');
    fill(
      place,
      element(
        'header',
        {},
        element('h2', { id: 'evidence-title' }, key),
        element('button', { type: 'button', onclick: close, 'aria-label': 'Close evidence' }, 'Close'),
      ),
      element('div', { 'aria-live': 'polite' }, element('strong', {}, valueText(value)), details(row, key, value)),
    );
    place.hidden = false;
  };
}

function details(row, key, value) {
  const found = own(row.provenance, key);
  const corrected = row.locked_fields.includes(key);
  const flags = row.validation_flags.filter((flag) => flag.field === key);
  return element(
    'dl',
    {},
    [
      ['Document', element('a', { href: `/documents/${row.document_id}` }, row.filename)],
      corrected ? ['Corrected', 'by a person; what follows is what was read'] : null,
      ...(found === undefined ? [['Evidence', missing(value, corrected)]] : factsOf(found)),
      ...flags.map(({ code, message }) => ['Flag', `${message} (${code})`]),
    ]
      .filter((pair) => pair !== null)
      .map(([name, fact]) => [element('dt', {}, name), element('dd', {}, fact)]),
  );
}

function missing(value, corrected) {
  if (corrected) return 'none was read';
  return value === null || value === undefined ? 'none was found, so the cell stays empty' : 'see its parts';
}

const factsOf = ({ page, bbox, source_text, confidence, phase, source, section, attachment }) => [
  ['Confidence', percent(confidence)],
  ['Source text', element('blockquote', {}, source_text)],
  ['Page', String(page)],
  ['Box', box(bbox)],
  ...(section === undefined ? [] : [['Place', section]]),
  ...(attachment === undefined ? [] : [['Attachment', attachment]]),
  ['Filled by', `${phaseName(phase)} (${phase}), ${source}`],
];

/** In points from the top left of the page. */
const box = ([left, top, right, bottom]) => `left ${left}, top ${top}, right ${right}, bottom ${bottom} pt`;
