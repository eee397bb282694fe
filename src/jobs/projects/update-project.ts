import { changeKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import { getProject } from './get-project';
import type { Measured, ProjectRecord, Setup } from './project';

/** What is undefined stays as it is. */
export interface ProjectChange {
  readonly name?: string | undefined;
  readonly draft?: Partial<Setup> | undefined;
  readonly published?: Partial<Setup> | undefined;
  readonly isPublished?: boolean | undefined;
}

/** Until it is published, what is in use is the draft. Throws `not-found`, and `conflict` while others keep changing it. */
export const updateProject = (
  ports: Ports,
  caller: Caller,
  operation: Measured,
  id: string,
  change: ProjectChange,
): Promise<ProjectRecord> =>
  changeKept(
    ports,
    ports.projects,
    () => getProject(ports, caller, operation, id),
    (stored) => changed(stored, change),
    `project ${id}`,
  );

function changed(stored: ProjectRecord, change: ProjectChange): Partial<ProjectRecord> {
  const draft = { ...stored.draft, ...change.draft };
  const isPublished = change.isPublished ?? stored.isPublished;
  const published = { ...(stored.isPublished ? stored.published : draft), ...change.published };
  return { name: change.name ?? stored.name, draft, published, isPublished };
}
