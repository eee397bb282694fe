/** What the answers of all operations but extraction have in common. */
import { JobError } from '../../jobs/errors';
import type { DocumentResult, JobResult } from '../../jobs/get-result';
import type { Operation } from '../../jobs/job';
import type { Product, ProductOf } from '../../jobs/product';
import type { FileRef, Usage } from './document-wire';
import type { Owner } from './endpoint';

/** The product of a job's first document that has one. */
export const productIn = <Name extends Operation>(result: JobResult, operation: Name): ProductOf<Name> =>
  productsIn(result, operation)[0];

/** The products of all documents of a job that came through. */
export function productsIn<Name extends Operation>(
  { job, rows }: JobResult,
  operation: Name,
): readonly [ProductOf<Name>, ...ProductOf<Name>[]] {
  const [first, ...more] = rows.flatMap(({ product }) => (product === null ? [] : [product])).filter(isOf(operation));
  if (first === undefined) throw new JobError('not-found', `Job ${job.id} and its results have been deleted`);
  return [first, ...more];
}

const isOf =
  <Name extends Operation>(operation: Name) =>
  (product: Product): product is ProductOf<Name> =>
    product.operation === operation;

/** Nothing is charged here. */
export const usageOf = ({ rows }: Pick<JobResult, 'rows'>): Usage => ({ credits: 0, page_count: pagesOf(rows) });

/** Pages that were read. */
export const pagesOf = (rows: readonly DocumentResult[]): number => rows.reduce((sum, { pages }) => sum + pages, 0);

/** The job's first document. */
export async function fileRefOf({ ports, caller }: Owner, { rows }: JobResult): Promise<FileRef> {
  const [first] = rows;
  const id = first?.extraction.documentId ?? '';
  const record = await ports.documents.get(caller.accountId, id);
  return { id, filename: first?.extraction.filename ?? '', mime_type: record?.mediaType ?? 'application/octet-stream' };
}
