/** A task as an iteration does it — pure. */
import { isJsonObject, type JsonObject } from '../../schema/json';
import { readDefinition } from '../choose-schema';
import { JobError } from '../errors';
import { NO_OVERRIDES, type Overrides, type Setup, type Task, type Variant } from './project';

/** The name under which a schema says to a model how to think about a field. */
const PROMPT = 'X-ReasoningPrompt';

/** Throws `invalid-request` for an override of what is not there. */
export const varied = ({ task }: Pick<Setup, 'task'>, { reading, overrides }: Variant): Setup => ({
  task: applyOverrides(task, overrides),
  reading,
});

/** Throws `invalid-request` for an override of what is not there. */
export function applyOverrides(task: Task, overrides: Overrides): Task {
  if (JSON.stringify(overrides) === JSON.stringify(NO_OVERRIDES)) return task;
  switch (task.operation) {
    case 'extract':
      return { ...task, definition: overriddenSchema(task.definition, overrides) };
    case 'split':
      return { ...task, subdocuments: overridden(task.subdocuments, overrides) };
    case 'classify':
      return { ...task, categories: overridden(task.categories, overrides) };
  }
}

function overridden<Kind extends { readonly name: string; readonly description: string }>(
  kinds: readonly Kind[],
  { descriptions, partitionKeys }: Overrides,
): readonly Kind[] {
  const names = new Set(kinds.map(({ name }) => name));
  for (const name of [...Object.keys(descriptions), ...Object.keys(partitionKeys)])
    if (!names.has(name)) throw refusal(name, `there is none of that name; there are ${[...names].join(', ')}`);
  return kinds.map((kind) => ({
    ...kind,
    description: Object.hasOwn(descriptions, kind.name) ? (descriptions[kind.name] ?? '') : kind.description,
    ...(Object.hasOwn(partitionKeys, kind.name) ? { partitionKey: partitionKeys[kind.name] ?? null } : {}),
  }));
}

function overriddenSchema(definition: JsonObject, { descriptions, prompts }: Overrides): JsonObject {
  let schema = readDefinition(definition).definition;
  for (const [field, text] of Object.entries(descriptions)) schema = described(schema, field, 'description', text);
  for (const [field, text] of Object.entries(prompts)) schema = described(schema, field, PROMPT, text);
  return schema;
}

/** Normalised JSON Schema with a keyword of one field set. */
function described(schema: JsonObject, field: string, keyword: string, text: string): JsonObject {
  const changed = withKeyword(schema, field.split('.'), keyword, text);
  if (changed === null) throw refusal(field, 'the schema has no such field');
  return changed;
}

/** null: nothing is there. */
function withKeyword(node: JsonObject, names: readonly string[], keyword: string, text: string): JsonObject | null {
  const [name, ...rest] = names;
  if (name === undefined) return { ...node, [keyword]: text };
  const { items, properties } = node;
  if (isJsonObject(items)) {
    const changed = withKeyword(items, isOfItems(name, items) ? rest : names, keyword, text);
    return changed === null ? null : { ...node, items: changed };
  }
  const child = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!isJsonObject(properties) || !isJsonObject(child)) return null;
  const changed = withKeyword(child, rest, keyword, text);
  return changed === null ? null : { ...node, properties: { ...properties, [name]: changed } };
}

/** In a path, the items of a list may be named: "*", "0", "items"; or left out. */
const isOfItems = (name: string, { properties }: JsonObject): boolean =>
  /^(\*|\d+|items)$/.test(name) && !(isJsonObject(properties) && Object.hasOwn(properties, name));

const refusal = (name: string, problem: string): JobError =>
  new JobError('invalid-request', `overrides: "${name}": ${problem}`, { field: `overrides.${name}` });
