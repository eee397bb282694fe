import type { Verdict } from '../../jobs/product';
import { accept } from '../door';
import { type Classified, ClassifyRequest, type Decision } from './classify-wire';
import type { Endpoint } from './endpoint';
import { toCategory } from './kinds-wire';
import { NO_FORM } from './no-form';
import { productIn, usageOf } from './product-answer';
import { toReading } from './to-reading';
import { warningsOf } from './warnings';

/** https://docs.retab.com (Classify) */
export const classifyEndpoint: Endpoint<Classified> = {
  path: '/v1/documents/classify',
  async order(_, given) {
    const request = accept(ClassifyRequest, given);
    return {
      command: {
        ...NO_FORM,
        assignment: { operation: 'classify', categories: request.categories.map(toCategory) },
        ...toReading(request, {
          instructions: request.context?.trim() || null,
          pages: firstPages(request.first_n_pages ?? null),
        }),
      },
      documentsAt: 'document',
      documents: [request.document],
    };
  },
  async answer(_, result) {
    const product = productIn(result, 'classify');
    return {
      result: toDecision(product),
      likelihood: product.likelihood,
      votes: product.votes.map(toDecision),
      usage: usageOf(result),
      warnings: warningsOf(result),
    };
  },
};

const firstPages = (count: number | null): readonly number[] | null =>
  count === null ? null : Array.from({ length: count }, (_, index) => index + 1);

export const toDecision = ({ category, reasoning }: Verdict): Decision => ({ reasoning, classification: category });
