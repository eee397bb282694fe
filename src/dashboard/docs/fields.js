import { BAD_LIST, badId, curl, DOCUMENT, EXTRACTION, FIELD, LIST_QUERY, noSuch, PAGINATION } from './examples.js';

const SELF = `/v1/fields/${FIELD}`;
const ID = ['id', 'path', 'UUID of the field.'];
const EXAMPLE = {
  id: FIELD,
  canonical_name: 'total',
  display_name: 'Total',
  data_type: 'number',
  tier: 2,
  cluster_id: null,
  cluster_name: null,
  occurrence_count: 12,
  master_instruction: 'Amount to pay, taxes included',
  created_at: '2026-03-05T09:00:57.120Z',
  updated_at: '2026-03-05T09:00:57.120Z',
  links: { self: SELF, similar: `${SELF}/similar` },
};

export const FIELDS = {
  title: 'Fields',
  about:
    'Every field that some schema has asked for, once for all its spellings: "Seller.Name" and "sellerName" are seller_name. A field is core (tier 1) with a value in 20 documents, established (2) in 5, emerging (3) in fewer; its cluster is the object it lies in.',
  routes: [
    {
      method: 'GET',
      path: '/v1/fields',
      about: 'Lists the fields.',
      parameters: [
        ...LIST_QUERY,
        ['search', 'query', 'Words that must be in the name, the title or the description.'],
        ['tier', 'query', 'core, established or emerging, or 1, 2 or 3.'],
        ['cluster_id, cluster', 'query', 'Name of a cluster, in any spelling.'],
      ],
      curl: curl('/v1/fields?search=total'),
      status: 200,
      answer: { data: [EXAMPLE], pagination: PAGINATION },
      errors: [BAD_LIST],
    },
    {
      method: 'GET',
      path: '/v1/fields/:id',
      about: 'One field, with the newest 20 documents that have a value for it.',
      parameters: [ID],
      curl: curl(SELF),
      status: 200,
      answer: {
        ...EXAMPLE,
        recent_occurrences: [
          {
            document_id: DOCUMENT,
            document_filename: 'invoice.pdf',
            extraction_id: EXTRACTION,
            value: '1240.5',
            extracted_at: '2026-03-05T09:00:56.492Z',
          },
        ],
      },
      errors: [badId, noSuch('field')],
    },
    {
      method: 'GET',
      path: '/v1/fields/:id/similar',
      about: 'The fields whose names are most like this one, best first.',
      parameters: [ID, ['limit', 'query', '10 unless asked otherwise; more than 50 gives 50.']],
      curl: curl(`${SELF}/similar`),
      status: 200,
      answer: { data: [{ ...EXAMPLE, canonical_name: 'total_gross', similarity: 0.667 }] },
      errors: [badId, noSuch('field')],
    },
  ],
};
