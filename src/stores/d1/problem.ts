import { JOB_ERROR_CODES, type JobErrorCode, type JobProblem } from '../../jobs/errors';

const isCode = (text: string): text is JobErrorCode => JOB_ERROR_CODES.some((code) => code === text);

/** Two columns as a problem. A code that a later version stored and this one does not know reads as `internal`. */
export function toProblem(code: string | null, message: string | null): JobProblem | null {
  if (code === null) return null;
  return { code: isCode(code) ? code : 'internal', message: message ?? '' };
}
