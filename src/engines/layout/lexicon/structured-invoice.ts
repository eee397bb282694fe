import type { Concept } from './concept';

/**
 * What structured invoices state besides the usual (business terms of EN 16931), and the rows of allowances and charges.
 * Not looked for in print: too many labels there would mean one of these.
 */
export const STRUCTURED_CONCEPTS: readonly Concept[] = [
  {
    id: 'buyer-reference',
    kind: 'text',
    asked: 'buyer reference|routing id|leitweg id|customer reference|reference of the buyer|your reference|reference',
    printed: '',
  },
  {
    id: 'invoice-type',
    kind: 'text',
    asked: 'invoice type code|type code|invoice type|document type|document type code|type',
    printed: '',
  },
  {
    id: 'invoice-note',
    kind: 'text',
    asked: 'note|notes|invoice note|remarks|comment|additional information',
    printed: '',
  },
  {
    id: 'period-start',
    kind: 'date',
    asked: 'period start|billing period start|invoicing period start|service period start|start date|period start date',
    printed: '',
  },
  {
    id: 'period-end',
    kind: 'date',
    asked: 'period end|billing period end|invoicing period end|service period end|end date|period end date',
    printed: '',
  },
  {
    id: 'remittance-reference',
    kind: 'text',
    asked: 'payment reference|payment id|remittance information|reference for the payment|remittance reference',
    printed: '',
  },
  {
    id: 'payment-means-code',
    kind: 'text',
    asked: 'payment means code|payment means type code|payment code|payment means',
    printed: '',
  },
  {
    id: 'line-total',
    kind: 'amount',
    asked: 'line total|sum of lines|line extension amount|total of lines',
    printed: '',
  },
  { id: 'charge-total', kind: 'amount', asked: 'charge total|total charges|charges|surcharges', printed: '' },
  { id: 'rounding-amount', kind: 'amount', asked: 'rounding|rounding amount|payable rounding amount', printed: '' },
  { id: 'project', kind: 'text', asked: 'project|project reference|project number|project id', printed: '' },
  { id: 'seller-street', kind: 'text', asked: 'seller street|seller address line|street of the seller', printed: '' },
  { id: 'seller-city', kind: 'text', asked: 'seller city|city of the seller', printed: '' },
  {
    id: 'seller-zip',
    kind: 'text',
    asked: 'seller zip|seller postal code|seller postcode|seller zip code',
    printed: '',
  },
  { id: 'seller-country', kind: 'text', asked: 'seller country|seller country code', printed: '' },
  { id: 'buyer-street', kind: 'text', asked: 'buyer street|buyer address line|street of the buyer', printed: '' },
  { id: 'buyer-city', kind: 'text', asked: 'buyer city|city of the buyer', printed: '' },
  { id: 'buyer-zip', kind: 'text', asked: 'buyer zip|buyer postal code|buyer postcode|buyer zip code', printed: '' },
  { id: 'buyer-country', kind: 'text', asked: 'buyer country|buyer country code', printed: '' },
  { id: 'charge-reason', kind: 'text', asked: 'reason|description|charge reason|allowance reason|name', printed: '' },
  {
    id: 'charge-amount',
    kind: 'amount',
    asked: 'amount|actual amount|value|charge amount|allowance amount',
    printed: '',
  },
  { id: 'charge-base', kind: 'amount', asked: 'base amount|basis amount|base', printed: '' },
  { id: 'charge-percent', kind: 'percent', asked: 'percent|percentage|rate|multiplier factor', printed: '' },
];
