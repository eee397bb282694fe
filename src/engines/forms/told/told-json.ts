import type { Told } from './told';

/** Values taken out of one object. */
const MAX_VALUES = 2000;
const MAX_DEPTH = 12;

/** What JSON objects in a text say, and the text without them. */
export function toldInJson(text: string): { readonly told: readonly Told[]; readonly rest: string } {
  const told: Told[] = [];
  let rest = '';
  let from = 0;
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', Math.max(at + 1, from))) {
    const end = endOf(text, at);
    const value = end === null ? undefined : parsed(text.slice(at, end));
    if (end === null || value === undefined) continue;
    leaves(value, [], told, 0);
    rest += `${text.slice(from, at)}\n`;
    from = end;
  }
  return { told: told.slice(0, MAX_VALUES), rest: rest + text.slice(from) };
}

/** Where the object that begins here ends; null: nowhere. */
function endOf(text: string, start: number): number | null {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted && character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === '{') depth += 1;
    else if (!isQuoted && character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function leaves(value: unknown, path: readonly string[], told: Told[], depth: number): void {
  if (depth > MAX_DEPTH || value === null || value === undefined || told.length > MAX_VALUES) return;
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one !== 'object');
    if (isPlain) tell(path, value.map(String).join(', '), told);
    else for (const [index, one] of value.entries()) leaves(one, [...path, String(index + 1)], told, depth + 1);
  } else if (typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) leaves(one, [...path, name], told, depth + 1);
  } else tell(path, String(value), told);
}

function tell(path: readonly string[], value: string, told: Told[]): void {
  if (value.trim() === '') return;
  const named = path.findLastIndex((part) => !/^\d+$/.test(part));
  told.push({
    label: path.slice(named).join(' '),
    context: path.slice(0, named).join(' '),
    value: value.trim(),
    quote: `${path.join('.')}: ${value.trim()}`,
  });
}
