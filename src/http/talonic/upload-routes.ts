/** What `upload_url` of an upload session leads to. Answers without a key: the token tells whose document it is. */
import { Hono } from 'hono';
import { findGrant } from '../../jobs/find-grant';
import { receiveUpload } from '../../jobs/receive-upload';
import type { OpenScope } from '../dialect';
import { fileBody } from '../form';
import { fromDocument } from './from-document';

export const uploadRoutes = new Hono<{ Bindings: OpenScope }>().on(
  ['POST', 'PUT'],
  '/:token',
  async ({ req, env, json }) => {
    const token = req.param('token');
    // Before a body of any size is read for nobody.
    await findGrant(env.ports, token, 'upload');
    const document = await receiveUpload(env.ports, { token, ...(await fileBody(req.raw, env)) });
    return json(fromDocument({ document, extractions: null }, env.origin), 201);
  },
);
