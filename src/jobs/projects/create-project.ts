import { keepOnce } from '../keep';
import type { Ports } from '../ports';
import type { Caller } from '../records';
import type { ProjectRecord, Setup } from './project';

export interface CreateProject {
  readonly name: string;
  readonly setup: Setup;
  readonly idempotencyKey: string | null;
}

/** The same idempotency key within 24 h gives the project it made then. Throws `idempotency-mismatch`. */
export async function createProject(
  ports: Ports,
  caller: Caller,
  { name, setup, idempotencyKey }: CreateProject,
): Promise<ProjectRecord> {
  const { operation } = setup.task;
  const asked = { asked: ['project', name, setup], idempotencyKey };
  return keepOnce(ports, caller, ports.projects, asked, (kept) => {
    const state = { draft: setup, published: setup, isPublished: false, publishedFrom: null };
    return { ...kept, operation, name, ...state };
  });
}
