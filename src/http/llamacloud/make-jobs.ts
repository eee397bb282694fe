import { chooseDocuments, type DocumentChoice } from '../../jobs/choose-documents';
import { createJob } from '../../jobs/create-job';
import { inTurn } from '../../jobs/in-turn';
import { isResent, type RequestScope } from '../dialect';
import { idempotencyKey } from '../door';
import type { Agent } from './agents';
import { fromFile } from './from-file';
import { fromJob } from './from-job';
import type { ExtractJob } from './job-wire';
import { projectOf } from './project';
import type { JobPlan } from './to-job';

/** Jobs made at the same time. */
const MADE_AT_ONCE = 5;

/**
 * A job for each of the files, all of them or none: they are looked up first, and what is answered is known before the
 * first job is made. A key of the request stands for each of its files in turn. Throws `not-found`.
 */
export async function makeJobs(
  { ports, caller }: RequestScope,
  headers: Headers,
  plan: JobPlan,
  agent: Agent,
  files: readonly DocumentChoice[],
): Promise<readonly ExtractJob[]> {
  const [documents, project] = await Promise.all([chooseDocuments(ports, caller, files), projectOf(caller)]);
  const known = new Map(documents.map((document) => [document.id, fromFile(document, project.id)]));
  const key = idempotencyKey(headers);
  const keyed = files.map((file, position) => ({
    file,
    idempotencyKey: key === null || files.length === 1 ? key : `${key}#${position}`,
  }));
  const joinsSame = isResent(headers);
  const made = await inTurn(keyed, MADE_AT_ONCE, async ({ file, ...own }) => {
    const command = { ...plan, ...own, documents: [file], joinsSame };
    return { file, job: (await createJob(ports, caller, command)).job };
  });
  return made.flatMap(({ file, job }) => {
    const body = known.get(file.id);
    return body === undefined ? [] : [fromJob(job, agent, body, project.id)];
  });
}
