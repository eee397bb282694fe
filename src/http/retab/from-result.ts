/** https://docs.retab.com (Extract): the answer is a chat completion — pure. */
import type { DocumentResult } from '../../jobs/get-result';
import type { EpochMs } from '../../jobs/job';
import type { JobRequest } from '../../jobs/request';
import { isJsonArray, isJsonObject, type JsonValue } from '../../schema/json';
import { askedIn } from './asked';
import type { Choice, Extracted, Warning } from './extract-wire';
import { seconds } from './from-job';
import { likelihoodsOf } from './likelihoods';
import { modelOf } from './models';

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
    warnings: warningsOf(request, rows),
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

/** The request's own name of each option of the core. */
const FIELD: ReadonlyMap<string, string> = new Map([
  ['instructions', 'additional_messages'],
  ['dpi', 'image_resolution_dpi'],
  ['readings', 'n_consensus'],
]);

/** What was asked and not done, each once. */
function warningsOf(request: JobRequest, rows: readonly DocumentResult[]): Warning[] {
  const notices = new Map(rows.flatMap((row) => row.notices).map(({ option, message }) => [option, message]));
  const { chunking_keys, additional_messages } = askedIn(request.asked)?.request ?? {};
  if (chunking_keys != null)
    notices.set('chunking_keys', 'No document is cut here: there is nothing to put together by keys');
  if (isJsonArray(additional_messages) && additional_messages.some(hasOtherParts))
    notices.set('additional_messages', 'Of messages only the text is read');
  return [...notices].map(([option, message]) => ({
    code: 'option_not_honoured',
    message,
    details: { field: FIELD.get(option) ?? option },
  }));
}

/** Whether a message holds a part that is no text. */
const hasOtherParts = (message: JsonValue): boolean =>
  isJsonObject(message) &&
  isJsonArray(message.content) &&
  message.content.some((part) => !isJsonObject(part) || typeof part.text !== 'string');
