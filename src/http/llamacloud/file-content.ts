import type { Context } from 'hono';
import { openDownload } from '../../jobs/open-download';
import type { RequestScope } from '../dialect';
import { acceptPathId, acceptQuery } from './door';
import { LinkQuery, type PresignedUrl } from './file-wire';
import { acceptProject } from './project';
import { toPresignedUrl } from './signed-url';

/** A new link to a file's bytes. Throws `not-found`, `conflict` while the bytes of an announced file have not come. */
export const openLink = async (scope: RequestScope, id: string, lifetimeSeconds: number): Promise<PresignedUrl> =>
  toPresignedUrl(await openDownload(scope.ports, scope.caller, id, lifetimeSeconds), scope);

/** GET …/{id}/content, the same for files of both generations. */
export async function fileContent({ req, env, json }: Context<{ Bindings: RequestScope }, '/:id/content'>) {
  await acceptProject(env.caller, req.query());
  const { expires_at_seconds } = acceptQuery(LinkQuery, req.query());
  return json(await openLink(env, acceptPathId('id', req.param('id')), expires_at_seconds));
}
