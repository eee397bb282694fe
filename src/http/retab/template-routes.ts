/** https://docs.retab.com (Edit, templates) */
import { Hono } from 'hono';
import { createTemplate } from '../../jobs/create-template';
import { deleteTemplate } from '../../jobs/delete-template';
import { duplicateTemplate } from '../../jobs/duplicate-template';
import { getTemplate } from '../../jobs/get-template';
import { listTemplates } from '../../jobs/list-templates';
import { updateTemplate } from '../../jobs/update-template';
import type { RequestScope } from '../dialect';
import { accept, idempotencyKey, readJson } from '../door';
import { toFormField } from './form-field-wire';
import { fromTemplate } from './from-template';
import { deleted, fromPage, pathId, toWindow } from './paging';
import { sentFile } from './sent-file';
import { CreateTemplateBody, DuplicateBody, TemplatesQuery, UpdateTemplateBody } from './template-wire';

const templateId = (id: string): string => pathId('Template', id);

export const templateRoutes = new Hono<{ Bindings: RequestScope }>()
  .post('/', async ({ req, env, json }) => {
    const { name, document, form_fields } = accept(CreateTemplateBody, await readJson(req.raw, env));
    const command = {
      name,
      document: await sentFile(env, document, 'document'),
      fields: form_fields.map(toFormField),
      idempotencyKey: idempotencyKey(req.raw.headers),
    };
    return json(fromTemplate(await createTemplate(env.ports, env.caller, command)));
  })
  .get('/', async ({ req, env, json }) => {
    const { filename, mime_type, ...query } = accept(TemplatesQuery, req.query());
    const window = {
      ...(await toWindow(query, (id) => env.ports.templates.get(env.caller.accountId, id))),
      ...(filename ? { filenamePart: filename } : {}),
      ...(mime_type ? { mediaType: mime_type } : {}),
    };
    return json(fromPage(await listTemplates(env.ports, env.caller, window), fromTemplate));
  })
  .get('/:id', async ({ req, env, json }) =>
    json(fromTemplate(await getTemplate(env.ports, env.caller, templateId(req.param('id'))))),
  )
  .patch('/:id', async ({ req, env, json }) => {
    const id = templateId(req.param('id'));
    const { name, form_fields } = accept(UpdateTemplateBody, await readJson(req.raw, env));
    const change = { name: name ?? undefined, fields: form_fields?.map(toFormField) };
    return json(fromTemplate(await updateTemplate(env.ports, env.caller, id, change)));
  })
  .delete('/:id', async ({ req, env, json }) => {
    const id = templateId(req.param('id'));
    await deleteTemplate(env.ports, env.caller, id);
    return json(deleted(id));
  })
  .post('/:id/duplicate', async ({ req, env, json }) => {
    const id = templateId(req.param('id'));
    const { name } = accept(DuplicateBody, await readJson(req.raw, env));
    const copy = duplicateTemplate(env.ports, env.caller, id, name ?? null, idempotencyKey(req.raw.headers));
    return json(fromTemplate(await copy));
  });
