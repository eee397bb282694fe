import { env } from 'cloudflare:workers';
import { createPorts } from '../../src/bindings';
import { type CreateJob, createJob, NO_TRAITS } from '../../src/jobs/create-job';
import type { JobSummary } from '../../src/jobs/job';
import type { Ports } from '../../src/jobs/ports';
import type { Caller, DocumentRecord } from '../../src/jobs/records';
import { PLAIN_READING } from '../../src/jobs/request';
import { storeDocument } from '../../src/jobs/store-document';

export const ports = (): Ports => createPorts(env);

let accounts = 0;

/** An account of its own for each test. */
export const newCaller = (): Caller => ({ accountId: `account-${++accounts}`, keyId: `key-${accounts}` });

export const invoiceText = (number: number): string =>
  `Invoice\n\nInvoice number: RE-2026-${number}\nInvoice date: 2026-03-04\nTotal: 119.00 EUR\n`;

export const INVOICE_SCHEMA = { invoice_number: 'string', invoice_date: 'date', total: 'number' };

export const storeInvoices = (caller: Caller, count: number, first = 100): Promise<DocumentRecord[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      storeDocument(ports(), caller, {
        filename: `invoice-${index}.txt`,
        bytes: new TextEncoder().encode(invoiceText(first + index)),
      }),
    ),
  );

/** Invoices read by the schema above, but for what a test is about. */
export const extractionOf = (
  documents: readonly Pick<DocumentRecord, 'id'>[],
  overrides: Partial<CreateJob> = {},
): CreateJob => ({
  assignment: { operation: 'extract' },
  name: null,
  schema: { kind: 'inline', definition: INVOICE_SCHEMA },
  documents: documents.map(({ id }) => ({ id, filename: null })),
  options: PLAIN_READING,
  ...NO_TRAITS,
  joinsSame: true,
  asked: null,
  priority: 'normal',
  idempotencyKey: null,
  ...overrides,
});

export async function startJob(
  caller: Caller,
  documents: readonly DocumentRecord[],
  name = 'Invoices',
): Promise<JobSummary> {
  const { job } = await createJob(ports(), caller, extractionOf(documents, { name }));
  return job;
}
