import type { Extracted } from '../../src/http/retab/extract-wire';
import type { Job } from '../../src/http/retab/job-wire';

/** A job of an extraction. */
export type RetabJob = Omit<Job, 'response'> & {
  readonly response: { readonly status_code: 200; readonly body: Extracted } | null;
};
