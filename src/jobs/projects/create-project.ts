import { newlyKept } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import type { ProjectRecord, Setup } from './project';

export interface CreateProject {
  readonly name: string;
  readonly setup: Setup;
}

export async function createProject(
  ports: Ports,
  caller: Caller,
  { name, setup }: CreateProject,
): Promise<ProjectRecord> {
  const { operation } = setup.task;
  const state = { draft: setup, published: setup, isPublished: false, publishedFrom: null };
  const record: ProjectRecord = { ...newlyKept(ports, caller), operation, name, ...state };
  await ports.projects.put(record);
  return record;
}
