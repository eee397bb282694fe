/** What `upload_url` of an upload session leads to. Answers without a key: the token tells whose document it is. */
import { Hono } from 'hono';
import { receiveUpload } from '../../jobs/receive-upload';
import type { OpenScope } from '../dialect';
import { fileBody } from '../form';
import { fromDocument } from './from-document';

export const uploadRoutes = new Hono<{ Bindings: OpenScope }>().on(
  ['POST', 'PUT'],
  '/:token',
  async ({ req, env, json }) => {
    const { filename, bytes } = await fileBody(req.raw);
    const document = await receiveUpload(env.ports, { token: req.param('token'), filename, bytes });
    return json(fromDocument({ document, extractions: null }, env.origin), 201);
  },
);
