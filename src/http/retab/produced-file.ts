import { toBase64 } from '../../jobs/base64';
import { JobError } from '../../jobs/errors';
import type { JobResult } from '../../jobs/get-result';
import type { FormProduct } from '../../jobs/product';
import { readProducedFile } from '../../jobs/read-produced-file';
import type { Owner } from './endpoint';
import type { MimeFile } from './form-wire';

/** The file that a job made of its first document that came through, as a data URL. */
export async function producedFile(
  { ports }: Owner,
  { job, rows }: JobResult,
  { file }: FormProduct,
): Promise<MimeFile> {
  const row = rows.find(({ product }) => product !== null);
  if (row === undefined) throw new JobError('not-found', `Job ${job.id} and its results have been deleted`);
  const bytes = await readProducedFile(ports, row.extraction);
  return { filename: file.name, url: `data:${file.mediaType};base64,${toBase64(bytes)}` };
}
