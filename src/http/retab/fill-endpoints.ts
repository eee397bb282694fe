/** https://docs.retab.com (Edit): a form that comes along, or a template, filled in. */
import type { FormField } from '../../jobs/assignment';
import { JobError } from '../../jobs/errors';
import { getTemplate } from '../../jobs/get-template';
import { readId } from '../../jobs/id-forms';
import { accept } from '../door';
import type { Endpoint, Order, Owner } from './endpoint';
import type { EndpointPath } from './endpoints';
import { refuseOther } from './form-document';
import { fromFormField } from './form-field-wire';
import { type FilledForm, FillRequest, FillTemplateRequest } from './form-wire';
import { NO_FORM } from './no-form';
import { orNull } from './or-null';
import { producedFile } from './produced-file';
import { productIn, usageOf } from './product-answer';
import { toReading } from './to-reading';
import { warningsOf } from './warnings';

/** What the vendor writes with where nothing is said. */
const USUAL_COLOUR = '#000080';

type Asked = Pick<FillRequest, 'instructions' | 'model' | 'config' | 'bust_cache'>;

const fillOf = (
  path: EndpointPath,
  order: (owner: Owner, given: Parameters<Endpoint['order']>[1]) => Promise<Order>,
): Endpoint<FilledForm> => ({
  path,
  order,
  async answer(owner, result) {
    const product = productIn(result, 'fill-form');
    return {
      form_data: product.fields.map(fromFormField),
      filled_document: await producedFile(owner, result, product),
      usage: usageOf(result),
      warnings: warningsOf(result),
    };
  },
});

export const fillEndpoint = fillOf('/v1/edit/agent/fill', async (owner, given) => {
  const request = accept(FillRequest, given);
  if (request.template_id) return ofTemplate(owner, request, request.template_id);
  if (!request.document) throw new JobError('invalid-request', 'document: missing', { field: 'document' });
  await refuseOther(owner, request.document);
  return { command: commandOf(request, null), documentsAt: 'document', documents: [request.document] };
});

export const fillTemplateEndpoint = fillOf('/v1/edit/templates/fill', async (owner, given) => {
  const request = accept(FillTemplateRequest, given);
  return ofTemplate(owner, request, request.template_id);
});

/** A template of another account is as unknown as one that never was. */
async function ofTemplate({ ports, caller }: Owner, request: Asked, given: string): Promise<Order> {
  const id = readId(given);
  const template = id === null ? null : await orNull(getTemplate(ports, caller, id));
  if (template === null)
    throw new JobError('invalid-request', `template_id: "${given}" is no template`, { field: 'template_id' });
  return {
    command: commandOf(request, template.fields),
    documentsAt: 'document',
    documents: [],
    stored: [{ id: template.documentId, filename: template.filename }],
  };
}

function commandOf(request: Asked, fields: readonly FormField[] | null): Order['command'] {
  return {
    ...NO_FORM,
    assignment: { operation: 'fill-form', colour: request.config?.color ?? USUAL_COLOUR, fields },
    ...toReading(request, { instructions: request.instructions }),
  };
}
