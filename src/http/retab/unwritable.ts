import type { JsonValue } from '../../schema/json';

/** What is nested deeper can be read, but not written again. */
const MAX_NESTING = 200;

/** Why a value that came as JSON cannot be given back as it came; null: it can. A number like 1e400 is read as infinite, and would be written as null. */
export function unwritable(given: JsonValue): string | null {
  const pending: { readonly value: JsonValue; readonly level: number }[] = [{ value: given, level: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, level } = next;
    if (typeof value === 'number' && !Number.isFinite(value)) return 'holds a number too large to be kept';
    if (typeof value !== 'object' || value === null) continue;
    if (level > MAX_NESTING) return `nested deeper than ${MAX_NESTING} levels`;
    for (const child of Object.values(value)) pending.push({ value: child, level: level + 1 });
  }
  return null;
}
