/** What the links of `toPresignedUrl` lead to. Answers without a key: the token tells whose file it is. */
import { Hono } from 'hono';
import { findGrant } from '../../jobs/find-grant';
import { receiveDownload } from '../../jobs/receive-download';
import { receiveUpload } from '../../jobs/receive-upload';
import type { OpenScope } from '../dialect';
import { fileBody } from '../form';
import { fromFile } from './from-file';
import { projectOf } from './project';
import { disposition } from './signed-url';

export const signedRoutes = new Hono<{ Bindings: OpenScope }>()
  .get('/', async ({ req, env, body }) => {
    const { bytes, filename, mediaType } = await receiveDownload(env.ports, req.query('token') ?? '');
    return body(new Uint8Array(bytes), 200, {
      'content-type': mediaType,
      'content-disposition': disposition(filename),
      // Anybody's bytes under our own origin: to be kept, never to be run.
      'content-security-policy': 'sandbox',
    });
  })
  .on(['PUT', 'POST'], '/', async ({ req, env, json }) => {
    const token = req.query('token') ?? '';
    // Before a body of any size is read for nobody.
    await findGrant(env.ports, token, 'upload');
    const document = await receiveUpload(env.ports, { token, ...(await fileBody(req.raw, env)) });
    return json(fromFile(document, (await projectOf(document)).id));
  });
