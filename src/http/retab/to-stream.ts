/** https://docs.retab.com (Extract, streaming): a completion as the one chunk of its stream — pure. */
import type { Extracted } from './extract-wire';

export const STREAM_TYPE = 'application/stream+json';

/**
 * One line of JSON with everything in it: nothing is known before all is. In ASCII, since clients read each packet for
 * itself. Values and likelihoods are flat, under keys like "items.0.price".
 */
export function toStream({ choices, likelihoods, warnings: _warnings, ...body }: Extracted): string {
  const chunk = {
    ...body,
    object: 'chat.completion.chunk',
    choices: choices.map(({ message, index, finish_reason, logprobs, key_mapping }) => ({
      index,
      finish_reason,
      delta: {
        role: message.role,
        content: message.content,
        flat_parsed: flat(message.parsed),
        flat_likelihoods: flat(likelihoods),
        flat_deleted_keys: [],
        full_parsed: message.parsed,
        is_valid_json: true,
        key_mapping,
      },
      logprobs,
    })),
  };
  return `${JSON.stringify(chunk).replace(/[^ -~]/g, escaped)}\n`;
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Every value that is no list and no object, under the names and positions that lead to it. */
const flat = (value: unknown): Record<string, unknown> => Object.fromEntries(leaves(value, []));

function leaves(value: unknown, path: readonly string[]): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([name, child]) => leaves(child, [...path, name]));
}
