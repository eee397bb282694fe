import { accept } from '../door';
import type { Endpoint } from './endpoint';
import { refuseOther } from './form-document';
import { fromFormField } from './form-field-wire';
import { FindFieldsRequest, type FoundFields } from './form-wire';
import { NO_FORM } from './no-form';
import { producedFile } from './produced-file';
import { productIn, usageOf } from './product-answer';
import { toReading } from './to-reading';
import { warningsOf } from './warnings';

/** https://docs.retab.com (Edit, templates: generate) */
export const findFieldsEndpoint: Endpoint<FoundFields> = {
  path: '/v1/edit/templates/generate',
  async order(owner, given) {
    const request = accept(FindFieldsRequest, given);
    await refuseOther(owner, request.document);
    return {
      command: {
        ...NO_FORM,
        assignment: { operation: 'generate-template' },
        ...toReading(request, { instructions: request.instructions?.trim() || null }),
      },
      documentsAt: 'document',
      documents: [request.document],
    };
  },
  async answer(owner, result) {
    const product = productIn(result, 'generate-template');
    return {
      form_schema: { form_fields: product.fields.map(fromFormField) },
      annotated_pdf: await producedFile(owner, result, product),
      field_count: product.fields.length,
      usage: usageOf(result),
      warnings: warningsOf(result),
    };
  },
};
