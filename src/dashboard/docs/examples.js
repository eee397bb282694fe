/** The things that the examples are about, so that one page tells one story. Made up. */
export const DOCUMENT = 'c1f3ef92-d851-46be-a196-4ecb14662470';
export const SCHEMA = 'ad58d4d2-b10a-45cd-900c-ef3c047d4c04';
export const JOB = '309d9cfc-d06f-4e90-9786-73c6573ce716';
export const EXTRACTION = 'fea9bab9-ce85-42a3-98c9-3e8df0f2b016';

export const FIELD = '2ced9a32-13ce-84da-a1e9-d8bc420c9171';
export const SOURCE = '5c0f7c3e-0f0b-4d55-9a53-0a4f5f0e6a11';
export const WEBHOOK = '8f1d2c90-4a4b-4a0c-8a86-1f7f0d0f7b52';

/** An address on another host, which this page never opens. */
export const elsewhere = (place) => ['https', `//${place}`].join(':');

/** A command line; {origin} becomes the address of the page that shows it. */
export const curl = (path, ...words) =>
  [`curl -s '{origin}${path}' -H "Authorization: Bearer $KEY"`, ...words].join(' \\\n  ');

export const json = (body) => `-H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;

/** The query of every list. */
export const LIST_QUERY = [
  ['limit', 'query', 'Rows of a page, 20 unless asked otherwise; more than 100 gives 100.'],
  ['cursor', 'query', 'next_cursor of the page before. New rows do not shift the pages.'],
  ['order', 'query', 'desc (newest first, the default) or asc; created_at:desc and created_at:asc mean the same.'],
  ['page, per_page', 'query', 'Paging by number, as older clients do; page is at most 10,000.'],
];

export const BAD_LIST = [400, 'VALIDATION_ERROR', 'A parameter is not one of its values, or the cursor is of no list.'];

export const noSuch = (thing) => [404, 'RESOURCE_NOT_FOUND', `There is no such ${thing} in your account.`];
export const badId = [400, 'VALIDATION_ERROR', 'The id is malformed.'];

export const PAGINATION = { total: 1, limit: 20, has_more: false, next_cursor: null };

export const PROVENANCE = {
  invoice_number: {
    page: 1,
    bbox: [455, 101.02, 518.89, 112.13],
    source_text: 'BW-2026-0417',
    confidence: 0.912,
    phase: 'phase_1_resolve',
    source: 'label',
  },
  'line_items[0].amount': {
    page: 1,
    bbox: [510.95, 275.02, 540, 286.13],
    source_text: '386.00',
    confidence: 0.95,
    phase: 'phase_1_resolve',
    source: 'table',
  },
};
