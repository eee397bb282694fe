import type { Split as SplitOf } from '../../jobs/product';
import { accept } from '../door';
import type { Endpoint } from './endpoint';
import { toSubdocument } from './kinds-wire';
import { NO_FORM } from './no-form';
import { productIn, usageOf } from './product-answer';
import { type Split, SplitRequest, type SplitUp } from './split-wire';
import { toReading } from './to-reading';
import { warningsOf } from './warnings';

/** https://docs.retab.com (Split) */
export const splitEndpoint: Endpoint<SplitUp> = {
  path: '/v1/documents/split',
  async order(_, given) {
    const request = accept(SplitRequest, given);
    return {
      command: {
        ...NO_FORM,
        assignment: { operation: 'split', subdocuments: request.subdocuments.map(toSubdocument) },
        ...toReading(request, { instructions: request.context?.trim() || null }),
      },
      documentsAt: 'document',
      documents: [request.document],
    };
  },
  async answer(_, result) {
    return {
      splits: productIn(result, 'split').splits.map(fromSplit),
      usage: usageOf(result),
      warnings: warningsOf(result),
    };
  },
};

export const fromSplit = ({ name, pages, likelihood, votes, partitions }: SplitOf): Split => ({
  name,
  pages: [...pages],
  likelihood,
  votes: votes.map((vote) => ({ pages: [...vote.pages] })),
  partitions: partitions.map((one) => ({
    key: one.key,
    pages: [...one.pages],
    first_page_y_start: one.firstPageStart,
    last_page_y_end: one.lastPageEnd,
  })),
});
