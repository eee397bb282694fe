/** Their requests as our commands — pure. */
import { JobError } from '../../jobs/errors';
import type { SchemaLimits } from '../../schema/limits';
import { normaliseSchema } from '../../schema/normalise';
import type { Order } from './endpoint';
import type { ExtractRequest, Message } from './extract-wire';
import { toReading } from './to-reading';

/** What the request says of the job. Throws `invalid-request` for a shape that is none. */
export const toExtract = (request: ExtractRequest): Order['command'] => ({
  assignment: { operation: 'extract' },
  name: null,
  schema: { kind: 'inline', definition: acceptShape(request.json_schema) },
  ...toReading(request, { instructions: toInstructions(request.additional_messages ?? []) }),
  agentId: null,
  projectId: request.project_id || null,
  labels: request.metadata ?? {},
  origin: 'api',
});

/** The definition as it is. `field`: where it stands in the request; `limits`: of what is kept as it is. Throws `invalid-request` for a shape that is none. */
export function acceptShape(definition: unknown, field = 'json_schema', limits?: SchemaLimits): unknown {
  const normalised = normaliseSchema(definition, limits);
  if (normalised.ok) return definition;
  const place = normalised.path === '' ? field : `${field}.${normalised.path}`;
  throw new JobError('invalid-request', `${place}: ${normalised.problem}`, { field: place });
}

/** The text of all messages, in order; parts that are no text say nothing to an engine that reads text. */
function toInstructions(messages: readonly Message[]): string | null {
  const texts = messages.flatMap(({ content }) => {
    if (typeof content === 'string') return [content];
    return (content ?? []).flatMap(({ text }) => (text === undefined ? [] : [text]));
  });
  const said = texts.map((text) => text.trim()).filter((text) => text !== '');
  return said.length === 0 ? null : said.join('\n\n');
}
