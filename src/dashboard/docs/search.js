import { curl, DOCUMENT, FIELD, SCHEMA } from './examples.js';

export const SEARCH = {
  title: 'Search',
  about: 'Looks through everything of your account.',
  routes: [
    {
      method: 'GET',
      path: '/v1/search',
      about:
        'Finds documents with all of the words in their name or values, and values, fields, schemas and sources with some of them. invoices finds invoice; _, - and space are the same. All five lists are always there.',
      parameters: [
        ['q, query', 'query', 'What to look for, at most 500 characters.'],
        ['limit', 'query', 'Hits of each kind: 5 unless asked otherwise; more than 50 gives 50.'],
      ],
      curl: curl('/v1/search?q=brightwater+invoices'),
      status: 200,
      answer: {
        documents: [{ id: DOCUMENT, name: 'brightwater-invoice.pdf', filename: 'brightwater-invoice.pdf' }],
        fieldMatches: [
          {
            resolvedFieldId: FIELD,
            displayName: 'Seller',
            matchedValue: 'Brightwater Tools Ltd',
            documentCount: 1,
            filterable: true,
            dataType: 'string',
          },
        ],
        sources: [],
        schemas: [{ id: SCHEMA, name: 'Invoice' }],
        fields: [],
      },
      errors: [[400, 'VALIDATION_ERROR', 'Nothing to look for came.']],
    },
  ],
};
