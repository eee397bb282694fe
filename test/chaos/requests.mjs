import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { dice } from './dice.mjs';
import { pngWith } from './png-with.mjs';

export const SCHEMA = { invoice_number: 'string', due_date: 'date', total_gross: 'number' };

export const JSON_SCHEMA = {
  type: 'object',
  properties: {
    invoice_number: { type: 'string' },
    due_date: { type: 'string', format: 'date' },
    total_gross: { type: 'number' },
  },
};

export const invoiceNumber = (number) => `C-${String(number).padStart(6, '0')}`;

/** An invoice as text: its head, and up to some hundred rows. */
export function invoiceText(number) {
  const roll = dice('invoice', number);
  const rows = roll() < 0.1 ? 120 : Math.floor(roll() * 8);
  const lines = Array.from({ length: rows }, (_, row) => `Item ${row + 1}   ${row + 2}   ${(row * 3.5).toFixed(2)}`);
  return [
    `Invoice number: ${invoiceNumber(number)}`,
    'Due date: 2026-09-30',
    ...lines,
    'Total gross: 119.00 EUR',
    '',
  ].join('\n');
}

export const sha256 = (content) => createHash('sha256').update(content).digest('hex');

const asUrl = (type, content) => `data:${type};base64,${Buffer.from(content).toString('base64')}`;

/** Says that it is a PDF, and is none. */
const SICK = '%PDF-1.4\nthis is as much of it as came through\n%%EOF\n';

const SCAN = readFileSync(join(root, 'test', 'documents', 'png', 'sample.png'));

/** What a job sends along: text, or bytes. */
export function sentAlong({ kind, isSick, documentSeed }) {
  if (isSick) return `${SICK}${documentSeed}`;
  return kind === 'retab-scan' ? pngWith(SCAN, String(documentSeed)) : invoiceText(documentSeed);
}

function paper(plan) {
  const as = (filename, type) => ({ filename, url: asUrl(type, sentAlong(plan)) });
  if (plan.isSick) return as('broken.pdf', 'application/pdf');
  if (plan.kind === 'retab-scan') return as('scan.png', 'image/png');
  return as(`invoice-${plan.documentSeed}.txt`, 'text/plain');
}

const KINDS_OF_PAPER = [
  { name: 'invoice', description: 'Bills of suppliers' },
  { name: 'other', description: 'Everything else' },
];

const retabJob = (path, requestOf) => ({
  creation: (plan) => ({
    method: 'POST',
    path: '/retab/v1/jobs',
    json: { endpoint: path, request: requestOf(plan), metadata: { chaos: String(plan.index) } },
  }),
  idIn: ({ id }) => id,
});

/** How each kind of job is made, and where its id stands in the answer; `isStraight`: the answer is the result itself. */
export const KINDS = {
  'talonic-job': {
    creation: ({ index, size, documentSeed }, { schemaId, documentIds }) => {
      const first = documentSeed % documentIds.length;
      const ids = Array.from({ length: size }, (_, n) => documentIds[(first + n) % documentIds.length]);
      return {
        method: 'POST',
        path: '/v1/jobs',
        json: { name: `chaos ${index}`, schema_id: schemaId, document_ids: ids },
      };
    },
    idIn: ({ id }) => id,
  },
  'talonic-extract': {
    creation: ({ documentSeed }, { documentIds }) => ({
      method: 'POST',
      path: '/v1/extract',
      json: { document_id: documentIds[documentSeed % documentIds.length], schema: SCHEMA },
    }),
    idIn: ({ job_id }) => job_id,
    isStraight: true,
  },
  'retab-extract': retabJob('/v1/documents/extract', (plan) => ({
    document: paper(plan),
    json_schema: JSON_SCHEMA,
    model: 'retab-micro',
  })),
  'retab-scan': retabJob('/v1/documents/extract', (plan) => ({
    document: paper(plan),
    json_schema: JSON_SCHEMA,
    model: 'retab-small',
  })),
  'retab-parse': retabJob('/v1/documents/parse', (plan) => ({ document: paper(plan), model: 'retab-small' })),
  'retab-classify': retabJob('/v1/documents/classify', (plan) => ({
    document: paper(plan),
    categories: KINDS_OF_PAPER,
  })),
  'retab-split': retabJob('/v1/documents/split', (plan) => ({ document: paper(plan), subdocuments: KINDS_OF_PAPER })),
  'retab-generate': retabJob('/v1/schemas/generate', (plan) => ({ documents: [paper(plan)], model: 'retab-small' })),
  'retab-straight': {
    creation: (plan) => ({
      method: 'POST',
      path: '/retab/v1/documents/extract',
      json: { document: paper(plan), json_schema: JSON_SCHEMA, model: 'retab-micro' },
    }),
    idIn: () => null,
    isStraight: true,
  },
  'llamacloud-v1': {
    creation: ({ documentSeed }, { agentId, fileIds }) => ({
      method: 'POST',
      path: '/api/v1/extraction/jobs',
      json: { extraction_agent_id: agentId, file_id: fileIds[documentSeed % fileIds.length] },
    }),
    idIn: ({ id }) => id,
  },
  'llamacloud-v1-without-agent': {
    creation: (plan) => ({
      method: 'POST',
      path: '/api/v1/extraction/run',
      json: { data_schema: JSON_SCHEMA, config: {}, text: sentAlong(plan) },
    }),
    idIn: ({ id }) => id,
  },
  'llamacloud-v2': {
    creation: ({ documentSeed }, { fileIds }) => ({
      method: 'POST',
      path: '/api/v2/extract',
      json: {
        file_input: fileIds[documentSeed % fileIds.length],
        configuration: { data_schema: JSON_SCHEMA, cite_sources: true },
      },
    }),
    idIn: ({ id }) => id.replace(/^ext-/, ''),
  },
};
