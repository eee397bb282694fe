import type { JsonValue } from './json';
import type { SchemaLimits } from './limits';
import { SchemaRefusal } from './refusal';

export interface Size {
  values: number;
  characters: number;
}

/**
 * Counts values, characters and nesting before anything else looks at the input, without recursion; so neither size
 * nor a cycle can hurt. Throws `SchemaRefusal` past a limit and on what is not JSON. Adds to `size`, where a whole comes in
 * pieces.
 */
export function measured(input: unknown, limits: SchemaLimits, size: Size = { values: 0, characters: 0 }): JsonValue {
  const pending: { value: unknown; level: number }[] = [{ value: input, level: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, level } = next;
    size.values += 1;
    if (size.values > limits.values) throw new SchemaRefusal('', `more than ${limits.values} JSON values`);
    if (level > limits.nesting) throw new SchemaRefusal('', `nested deeper than ${limits.nesting} levels`);
    if (typeof value === 'string') size.characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      if (Object.keys(value).length > limits.values)
        throw new SchemaRefusal('', `more than ${limits.values} JSON values`);
      for (const [name, child] of Object.entries(value)) {
        if (!Array.isArray(value)) size.characters += name.length;
        pending.push({ value: child, level: level + 1 });
        if (pending.length > limits.values) {
          throw new SchemaRefusal('', `more than ${limits.values} JSON values`);
        }
      }
    } else if (value !== null && typeof value !== 'boolean' && !Number.isFinite(value)) {
      throw new SchemaRefusal('', `holds a ${typeof value} that is not a JSON value`);
    }
    if (size.characters > limits.characters) {
      throw new SchemaRefusal('', `longer than ${limits.characters} characters`);
    }
  }
  return asJson(input);
}

/** The loop above has seen every value: the input is JSON. */
function asJson(input: unknown): JsonValue {
  return input as JsonValue;
}
