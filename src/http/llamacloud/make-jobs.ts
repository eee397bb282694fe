import { chooseDocuments, type DocumentChoice } from '../../jobs/choose-documents';
import { createJobs } from '../../jobs/create-jobs';
import { getFirstDocument } from '../../jobs/first-document';
import { inTurn } from '../../jobs/in-turn';
import { isResent, type RequestScope } from '../dialect';
import { idempotencyKey } from '../door';
import type { Agent } from './agents';
import { fromFile } from './from-file';
import { fromFirst, fromJob } from './from-job';
import type { ExtractJob } from './job-wire';
import { projectOf } from './project';
import { toHooks } from './to-hooks';
import type { JobPlan } from './to-job';

/** Files looked up at the same time. */
const READ_AT_ONCE = 5;

/**
 * A job for each of the files. Without a key all of them are looked up first, so that there are all jobs or none; with one,
 * which stands for each of its files in turn, what was made before answers, also if its file is gone. Throws `not-found`.
 */
export async function makeJobs(
  { ports, caller, receivedAt }: RequestScope,
  headers: Headers,
  { sentAs, webhooks, ...plan }: JobPlan,
  agent: Agent,
  files: readonly DocumentChoice[],
): Promise<readonly ExtractJob[]> {
  const key = idempotencyKey(headers);
  const documents = key === null ? await chooseDocuments(ports, caller, files) : [];
  const project = await projectOf(caller);
  const known = new Map(documents.map((document) => [document.id, fromFile(document, project.id)]));
  const sending = { joinsSame: isResent(headers), receivedAt };
  const commands = files.map((file, position) => ({
    ...plan,
    ...sending,
    documents: [file],
    hooks: toHooks(webhooks, {
      generation: 1,
      about: { extraction_agent_id: agent.id, file_id: file.id, project_id: project.id },
    }),
    idempotencyKey: key === null || files.length === 1 ? key : `${key}#${position}`,
    ...(sentAs === undefined ? {} : { sentAs: JSON.stringify([sentAs, file]) }),
  }));
  const created = await createJobs(ports, caller, commands);
  return inTurn([...created.entries()], READ_AT_ONCE, async ([position, { job }]) => {
    const file = known.get(files[position]?.id ?? '');
    const body = file ?? fromFirst(await getFirstDocument(ports, caller, job.id), project.id);
    return fromJob(job, agent, body, project.id);
  });
}
