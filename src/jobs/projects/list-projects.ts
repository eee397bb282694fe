import type { Ports } from '../ports';
import type { Caller, ListWindow } from '../records';
import type { Page } from '../shelf';
import type { Measured, ProjectRecord } from './project';

export const listProjects = (
  ports: Ports,
  { accountId }: Caller,
  operation: Measured,
  window: ListWindow,
): Promise<Page<ProjectRecord>> => ports.projects.list(accountId, operation, window);
