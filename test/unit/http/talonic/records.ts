import { readDefinition } from '../../../../src/jobs/choose-schema';
import { NO_TRAITS } from '../../../../src/jobs/create-job';
import type { DocumentResult, ReadExtraction } from '../../../../src/jobs/get-result';
import type { JobSummary } from '../../../../src/jobs/job';
import type { DocumentRecord, ExtractionRecord } from '../../../../src/jobs/records';
import { PLAIN_READING } from '../../../../src/jobs/request';
import { PLAIN_DOCUMENT } from '../../../../src/jobs/store-document';
import type { Cell } from '../../../../src/schema/cell';

/** 2026-01-02T03:04:05.006Z */
export const NOON = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
export const ORIGIN = 'https://quarry.test';

export const summaryOf = (changes: Partial<JobSummary> = {}): JobSummary => ({
  id: 'job-1',
  accountId: 'a',
  operation: 'extract',
  name: 'Invoices',
  schemaId: 'schema-1',
  schemaName: 'Invoice',
  status: 'running',
  phase: 'execute',
  progress: 45,
  attempt: 1,
  documentCount: 48,
  completedDocuments: 12,
  failedDocuments: 1,
  totalCells: 2016,
  filledCells: 1890,
  problem: null,
  createdAt: NOON,
  startedAt: NOON + 1000,
  endedAt: null,
  cancelledAt: null,
  ...NO_TRAITS,
  deletedAt: null,
  expiresAt: NOON + 7 * 86_400_000,
  estimatedEndAt: NOON + 61_500,
  revision: 3,
  ...changes,
});

export const extractionOf = (changes: Partial<ExtractionRecord> = {}): ExtractionRecord => ({
  id: 'extraction-1',
  accountId: 'a',
  jobId: 'job-1',
  index: 0,
  documentId: 'document-1',
  filename: 'a.pdf',
  schemaId: 'schema-1',
  agentId: null,
  origin: 'api',
  attempt: 1,
  outcome: 'completed',
  phase: 'reread',
  token: 1,
  filledFields: 2,
  fieldCount: 3,
  confidence: 0.75,
  pages: 2,
  language: 'de',
  problem: null,
  createdAt: NOON,
  endedAt: NOON + 5000,
  ...changes,
});

export const documentOf = (changes: Partial<DocumentRecord> = {}): DocumentRecord => ({
  id: 'document-1',
  accountId: 'a',
  filename: 'a.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1234,
  sha256: 'hash',
  status: 'completed',
  pages: 2,
  language: 'de',
  problem: null,
  createdAt: NOON,
  ...PLAIN_DOCUMENT,
  ...changes,
});

export const CELLS: readonly Cell[] = [
  {
    path: ['number'],
    value: 'T-1',
    confidence: 0.9,
    citations: [
      {
        page: 1,
        box: { x: 10, y: 20.126, width: 30.333, height: 9 },
        text: 'No. T-1',
        locator: null,
        attachment: null,
      },
      { page: 2, box: { x: 0, y: 0, width: 1, height: 1 }, text: 'T-1', locator: null, attachment: null },
    ],
    filledBy: 'resolve',
    source: 'label',
    flags: [],
  },
  {
    path: ['items', 0, 'price'],
    value: 5,
    confidence: 0.6,
    citations: [
      {
        page: 2,
        box: { x: 1, y: 2, width: 3, height: 4 },
        text: '5,00',
        locator: 'Sheet1!B7',
        attachment: 'factur-x.xml',
      },
    ],
    filledBy: 'reread',
    source: 'model',
    flags: [{ code: 'sum-mismatch', message: 'The lines do not add up to the total.' }],
  },
];

export const { definition: DEFINITION, node: SCHEMA } = readDefinition({
  number: 'string',
  items: [{ price: 'number' }],
  seller: { name: 'string' },
});

export const VALUES = { number: 'T-1', items: [{ price: 5 }], seller: { name: null } };

export const resultOf = (changes: Partial<DocumentResult> = {}): DocumentResult => ({
  extraction: extractionOf(),
  cells: CELLS,
  values: VALUES,
  fieldConfidence: new Map([
    ['number', 0.9],
    ['items', 0.6],
  ]),
  confidence: 0.75,
  corrections: [],
  elapsedMs: 1200,
  pages: 1,
  pageSizes: [{ number: 1, width: 595, height: 842 }],
  notices: [],
  product: null,
  ...changes,
});

export const readOf = (changes: Partial<ReadExtraction> = {}): ReadExtraction => ({
  schema: SCHEMA,
  definition: DEFINITION,
  request: {
    jobId: 'job-1',
    assignment: { operation: 'extract' },
    schema: DEFINITION,
    schemaId: 'schema-1',
    options: PLAIN_READING,
    asked: null,
  },
  result: resultOf(),
  ...changes,
});

/** `CELLS` on the wire. */
export const EVIDENCE = {
  provenance: {
    number: {
      page: 1,
      bbox: [10, 20.13, 40.33, 29.13],
      source_text: 'No. T-1',
      confidence: 0.9,
      phase: 'phase_1_resolve',
      source: 'label',
    },
    'items[0].price': {
      page: 2,
      bbox: [1, 2, 4, 6],
      source_text: '5,00',
      confidence: 0.6,
      phase: 'phase_4_reread',
      source: 'model',
      section: 'Sheet1!B7',
      attachment: 'factur-x.xml',
    },
  },
  validation_flags: [
    { field: 'items[0].price', code: 'sum-mismatch', message: 'The lines do not add up to the total.' },
  ],
};
