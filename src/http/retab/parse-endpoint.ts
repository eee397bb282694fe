import { accept } from '../door';
import type { Endpoint } from './endpoint';
import { NO_FORM } from './no-form';
import { type Parsed, ParseRequest } from './parse-wire';
import { fileRefOf, productIn, usageOf } from './product-answer';
import { toReading } from './to-reading';
import { warningsOf } from './warnings';

/** https://docs.retab.com (Parse) */
export const parseEndpoint: Endpoint<Parsed> = {
  path: '/v1/documents/parse',
  async order(_, given) {
    const request = accept(ParseRequest, given);
    return {
      command: {
        ...NO_FORM,
        assignment: { operation: 'parse', tables: request.table_parsing_format ?? 'html' },
        ...toReading(request),
      },
      documentsAt: 'document',
      documents: [request.document],
    };
  },
  async answer({ ports, caller }, result) {
    const { pages } = productIn(result, 'parse');
    return {
      document: await fileRefOf({ ports, caller }, result),
      usage: usageOf(result),
      pages: [...pages],
      text: pages.join('\n\n'),
      warnings: warningsOf(result),
    };
  },
};
