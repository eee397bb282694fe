import { eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { JobFilter, LabelTest } from '../../jobs/job-filter';
import { isAmong, ownedBy } from './among';
import { extractions } from './tables/extractions';
import { jobLabels, jobs } from './tables/jobs';

/** What must hold of a row of `jobs`, for all of a filter that SQL can tell: everything but `filenameMatches`. */
export function jobConditions(accountId: string, filter: JobFilter): SQL[] {
  const found: SQL[] = [ownedBy(jobs.accountId, accountId, filter.ids), isNull(jobs.deletedAt)];
  const { ids, statuses, operations, calledAs, agentId, projectId, hasProject, model, createdFrom, createdTo } = filter;
  if (ids !== undefined) found.push(isAmong(jobs.id, ids));
  if (statuses !== undefined) found.push(inArray(jobs.status, [...statuses]));
  if (operations !== undefined) found.push(inArray(jobs.operation, [...operations]));
  if (calledAs !== undefined) found.push(calledAs === null ? isNull(jobs.calledAs) : eq(jobs.calledAs, calledAs));
  if (agentId !== undefined) found.push(agentId === null ? isNull(jobs.agentId) : eq(jobs.agentId, agentId));
  if (projectId !== undefined) found.push(eq(jobs.projectId, projectId));
  if (hasProject !== undefined) found.push(hasProject ? isNotNull(jobs.projectId) : isNull(jobs.projectId));
  if (model !== undefined) found.push(eq(jobs.model, model));
  if (createdFrom !== undefined) found.push(gte(jobs.createdAt, createdFrom));
  if (createdTo !== undefined) found.push(lt(jobs.createdAt, createdTo));
  for (const test of filter.labels ?? []) found.push(labelled(test));
  const ofDocument = documentConditions(filter);
  if (ofDocument.length > 0) found.push(withDocument(ofDocument));
  return found;
}

/** Tests of one and the same document: a job with "a.pdf" and "b.txt" has no PDF that begins with "b". */
function documentConditions({ documentId, filenamePrefix, filenamePart, extensions }: JobFilter): SQL[] {
  const found: SQL[] = [];
  if (documentId !== undefined) found.push(eq(extractions.documentId, documentId));
  if (filenamePrefix !== undefined)
    found.push(sql`substr(${extractions.filename}, 1, ${[...filenamePrefix].length}) = ${filenamePrefix}`);
  if (filenamePart !== undefined) found.push(sql`instr(${extractions.filename}, ${filenamePart}) > 0`);
  if (extensions !== undefined) found.push(inArray(extractions.extension, [...extensions]));
  return found;
}

const withDocument = (conditions: readonly SQL[]): SQL =>
  sql`exists (select 1 from ${extractions} where ${extractions.jobId} = ${jobs.id} and ${sql.join([...conditions], sql` and `)})`;

/** Answered by the primary key of the labels, which begins with the job. */
function labelled({ names, value, isThere }: LabelTest): SQL {
  const named = isAmong(jobLabels.name, names);
  const valued = value === null ? sql`true` : eq(jobLabels.value, value);
  const there = sql`exists (select 1 from ${jobLabels} where ${jobLabels.jobId} = ${jobs.id} and ${named} and ${valued})`;
  return isThere ? there : sql`not ${there}`;
}
