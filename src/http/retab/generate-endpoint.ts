import type { JobResult } from '../../jobs/get-result';
import { mergeProposals } from '../../schema/merge-proposals';
import { MOST_FIELDS } from '../../schema/proposed-field';
import { strictSchemaOf } from '../../schema/proposed-schema';
import { accept } from '../door';
import type { Warning } from './document-wire';
import type { Endpoint } from './endpoint';
import { type Generated, GenerateRequest } from './generate-wire';
import { NO_FORM } from './no-form';
import { productsIn, usageOf } from './product-answer';
import { toReading } from './to-reading';
import { warningsOf } from './warnings';

/** https://docs.retab.com (Generate Schema) */
export const generateEndpoint: Endpoint<Generated> = {
  path: '/v1/schemas/generate',
  async order(_, given) {
    const request = accept(GenerateRequest, given);
    return {
      command: {
        ...NO_FORM,
        assignment: { operation: 'generate-schema' },
        ...toReading(request, { instructions: request.instructions?.trim() || null }),
      },
      documentsAt: 'documents',
      documents: request.documents,
    };
  },
  async answer(_, result) {
    const fields = mergeProposals(productsIn(result, 'generate-schema').map((product) => product.fields));
    return {
      object: 'schema',
      created_at: new Date(result.job.createdAt).toISOString(),
      json_schema: strictSchemaOf(fields.slice(0, MOST_FIELDS), true),
      strict: true,
      usage: usageOf(result),
      warnings: [...warningsOf(result), ...leftOut(result)],
    };
  },
};

/** The documents of which nothing is in the schema. */
const leftOut = ({ rows }: JobResult): Warning[] =>
  rows.flatMap(({ extraction: { problem, filename } }) =>
    problem === null ? [] : [{ code: 'document_left_out', message: problem.message, details: { filename } }],
  );
