/** What was asked and not done, for any endpoint — pure. */
import type { JobResult } from '../../jobs/get-result';
import type { JobRequest } from '../../jobs/request';
import { isJsonArray, isJsonObject, type JsonValue } from '../../schema/json';
import { askedIn } from './asked';
import type { Warning } from './document-wire';

/** The request's own name of each option of the core. */
const FIELD: ReadonlyMap<string, string> = new Map([
  ['dpi', 'image_resolution_dpi'],
  ['readings', 'n_consensus'],
]);

/** Instructions are messages in an extraction, and elsewhere what they are called. */
const fieldOf = (option: string, { assignment }: JobRequest): string =>
  option === 'instructions' && assignment.operation === 'extract'
    ? 'additional_messages'
    : (FIELD.get(option) ?? option);

/** What was asked and not done, each once. */
export function warningsOf({ request, rows }: Pick<JobResult, 'request' | 'rows'>): Warning[] {
  const notices = new Map(rows.flatMap((row) => row.notices).map(({ option, message }) => [option, message]));
  const { chunking_keys, additional_messages } = askedIn(request.asked)?.request ?? {};
  if (chunking_keys != null)
    notices.set('chunking_keys', 'No document is cut here: there is nothing to put together by keys');
  if (isJsonArray(additional_messages) && additional_messages.some(hasOtherParts))
    notices.set('additional_messages', 'Of messages only the text is read');
  return [...notices].map(([option, message]) => ({
    code: 'option_not_honoured',
    message,
    details: { field: fieldOf(option, request) },
  }));
}

/** Whether a message holds a part that is no text. */
const hasOtherParts = (message: JsonValue): boolean =>
  isJsonObject(message) &&
  isJsonArray(message.content) &&
  message.content.some((part) => !isJsonObject(part) || typeof part.text !== 'string');
