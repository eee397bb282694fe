import { accept } from '../door';
import type { Endpoint } from './endpoint';
import { type Extracted, ExtractRequest } from './extract-wire';
import { fromResult } from './from-result';
import { toExtract } from './to-command';

/** https://docs.retab.com (Extract) */
export const extractEndpoint: Endpoint<Extracted> = {
  path: '/v1/documents/extract',
  async order(_, given) {
    const request = accept(ExtractRequest, given);
    return { command: toExtract(request), documentsAt: 'document', documents: [request.document] };
  },
  answer: async (_, { job, request, rows }) => fromResult({ request, createdAt: job.createdAt, rows }),
};
