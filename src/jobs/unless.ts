import { JobError, type JobErrorCode } from './errors';

/** For `catch`: null in the place of the refusal of one kind; any other failure stays what it is. */
export const unless =
  (code: JobErrorCode) =>
  (error: unknown): null => {
    if (error instanceof JobError && error.code === code) return null;
    throw error;
  };
