import type { CreateJob, DocumentChoice } from '../../jobs/create-job';
import type { JobResult } from '../../jobs/get-result';
import type { JsonObject } from '../../schema/json';
import type { RequestScope } from '../dialect';
import type { DocumentsAt } from './asked';
import type { Document, Warning } from './document-wire';
import type { EndpointPath } from './endpoints';

/** How a job is to be taken, whatever it does. */
export type Manner = Pick<CreateJob, 'priority' | 'idempotencyKey' | 'joinsSame' | 'receivedAt' | 'delayMs'>;

/** A request as a command, and the documents it is about. */
export interface Order {
  readonly command: Omit<CreateJob, 'documents' | 'asked' | 'calledAs' | keyof Manner>;
  /** Where in the request its documents stand: one, or a list of them. */
  readonly documentsAt: DocumentsAt;
  /** Those that came along, and those that are stored. */
  readonly documents: readonly Document[];
  /** Documents that the request means without naming them. */
  readonly stored?: readonly DocumentChoice[];
  /** What the answer is made with later, as it is now; kept with the request, and not given back. */
  readonly beside?: JsonObject;
  /** What is to be noted once there is a job. */
  readonly begun?: (jobId: string) => Promise<unknown>;
}

/** The body of a response. */
export type Answer = { readonly warnings: readonly Warning[] } & Readonly<Record<string, unknown>>;

export type Owner = Pick<RequestScope, 'ports' | 'caller'>;

/** What can be asked of a job, or straight away. */
export interface Endpoint<Answered extends Answer = Answer> {
  readonly path: EndpointPath;
  /** Looks at the whole request. Throws `invalid-request`. */
  order(owner: Owner, request: JsonObject): Promise<Order>;
  /** Of a job that has come through. */
  answer(owner: Owner, result: JobResult): Promise<Answered>;
}
