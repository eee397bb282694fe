/** https://docs.retab.com (Extract): the answer is a chat completion — pure. */
import type { DocumentResult } from '../../jobs/get-result';
import type { EpochMs } from '../../jobs/job';
import type { JobRequest } from '../../jobs/request';
import { askedIn } from './asked';
import type { Choice, Extracted } from './extract-wire';
import { seconds } from './from-job';
import { likelihoodsOf } from './likelihoods';
import { modelOf } from './models';
import { warningsOf } from './warnings';

/** What an extraction left: one row for each document. */
export interface ExtractResult {
  readonly request: JobRequest;
  readonly createdAt: EpochMs;
  readonly rows: readonly DocumentResult[];
}

/**
 * One choice for each document, in the job's order. A job of several documents, which only other dialects make, has its
 * likelihoods and its extraction id of the first. A result that is a list of entries stays under the name of its list,
 * since `parsed` is an object. Nothing is charged here and no tokens are counted: both are 0.
 */
export function fromResult({ request, createdAt, rows }: ExtractResult): Extracted {
  const [first] = rows;
  const ended = rows.flatMap(({ extraction }) => (extraction.endedAt === null ? [] : [extraction.endedAt]));
  const endedAt = ended.length === 0 ? null : Math.max(...ended);
  const asked = askedIn(request.asked)?.request.extraction_id;
  return {
    id: `chatcmpl-${first?.extraction.id ?? request.jobId}`,
    object: 'chat.completion',
    created: seconds(endedAt ?? createdAt),
    model: modelOf(request.options.model),
    choices: rows.map(fromRow),
    usage: {
      prompt_tokens: 0,
      completion_tokens: 0,
      total_tokens: 0,
      page_count: rows.reduce((sum, row) => sum + row.pages, 0),
      credits: 0,
    },
    extraction_id: typeof asked === 'string' && asked !== '' ? asked : (first?.extraction.id ?? request.jobId),
    likelihoods: first === undefined ? {} : likelihoodsOf(first),
    request_at: new Date(createdAt).toISOString(),
    first_token_at: null,
    last_token_at: endedAt === null ? null : new Date(endedAt).toISOString(),
    warnings: warningsOf({ request, rows }),
  };
}

/** A document that did not come through has empty values, and says why as a refusal. */
const fromRow = ({ extraction, values }: DocumentResult, index: number): Choice => ({
  index,
  finish_reason: 'stop',
  message: {
    role: 'assistant',
    content: JSON.stringify(values),
    parsed: values,
    refusal: extraction.problem?.message ?? null,
  },
  logprobs: null,
  key_mapping: null,
});
