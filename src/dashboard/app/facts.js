import { element } from './element.js';

/** A row of named facts; those that are null or empty are left out. */
export const facts = (pairs) =>
  element(
    'dl',
    { class: 'facts' },
    pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );

export const badge = (status) => element('span', { class: `badge ${status}` }, status);
