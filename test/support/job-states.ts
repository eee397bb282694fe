import { NO_TRAITS } from '../../src/jobs/create-job';
import type { JobOpening } from '../../src/jobs/gate-port';
import type { JobState } from '../../src/jobs/job';
import type { JobEvent, Verdict } from '../../src/jobs/job-event';
import { transition } from '../../src/jobs/lifecycle';
import { openJob } from '../../src/jobs/open-job';

export const BOOT = 'boot-1';

export const opening = (documentCount: number, overrides: Partial<JobOpening> = {}): JobOpening => ({
  id: '7a0c4b52-8f14-4d0a-9a52-0d1f4c1f0a01',
  accountId: 'acme',
  operation: 'extract',
  priority: 'normal',
  name: 'Invoices',
  ...NO_TRAITS,
  schemaId: null,
  schemaName: null,
  schemaVersion: null,
  fieldCount: 10,
  createdAt: 1_000,
  retentionMs: 7 * 86_400_000,
  documents: Array.from({ length: documentCount }, (_, index) => ({
    documentId: `document-${index}`,
    extractionId: `extraction-${index}`,
    filename: `invoice-${index}.pdf`,
    sha256: `sha-${index}`,
    sizeBytes: 100,
    mediaType: 'application/pdf',
  })),
  ...overrides,
});

export const opened = (documentCount: number): JobState => openJob(opening(documentCount), BOOT, 1_000);

/** Applies events one after another; answers the last state and all verdicts. */
export function play(
  state: JobState,
  ...events: readonly JobEvent[]
): { state: JobState; verdicts: readonly Verdict[] } {
  const verdicts: Verdict[] = [];
  let current = state;
  for (const event of events) {
    const next = transition(current, event);
    current = next.state;
    verdicts.push(next.verdict);
  }
  return { state: current, verdicts };
}
