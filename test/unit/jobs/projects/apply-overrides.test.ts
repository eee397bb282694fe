import { describe, expect, it } from 'vitest';
import { readDefinition } from '../../../../src/jobs/choose-schema';
import { applyOverrides } from '../../../../src/jobs/projects/apply-overrides';
import { NO_OVERRIDES, type Overrides, type Task } from '../../../../src/jobs/projects/project';

const text = { type: 'string' };
const DEFINITION = {
  type: 'object',
  properties: {
    number: { ...text, description: 'old' },
    items: { type: 'array', items: { type: 'object', properties: { name: text, items: text } } },
    'a.b': text,
  },
};
const extract: Task = { operation: 'extract', definition: DEFINITION };
const split: Task = {
  operation: 'split',
  subdocuments: [
    { name: 'invoice', description: 'old', partitionKey: 'number' },
    { name: 'letter', description: 'as it is', partitionKey: null },
  ],
};

const overriding = (changes: Partial<Overrides>): Overrides => ({ ...NO_OVERRIDES, ...changes });

/** The description at the end of the names of a schema, below `properties` and `items`. */
function describedIn(task: Task, ...path: string[]): unknown {
  if (task.operation !== 'extract') throw new Error('not a schema');
  const node = path.reduce<Record<string, unknown>>(
    (here, name) => here[name] as Record<string, unknown>,
    readDefinition(task.definition).definition,
  );
  return node.description;
}

describe('a task', () => {
  it('is the same where nothing is said differently', () => {
    expect(applyOverrides(extract, NO_OVERRIDES)).toBe(extract);
  });

  it.each([
    ['number', ['properties', 'number']],
    ['items', ['properties', 'items']],
    ['items.name', ['properties', 'items', 'items', 'properties', 'name']],
    ['items.*.name', ['properties', 'items', 'items', 'properties', 'name']],
    ['items.0.name', ['properties', 'items', 'items', 'properties', 'name']],
    ['items.items', ['properties', 'items', 'items', 'properties', 'items']],
  ])('of a schema has another description of %s', (field, path) => {
    expect(describedIn(applyOverrides(extract, overriding({ descriptions: { [field]: 'new' } })), ...path)).toBe('new');
  });

  it('of a schema says to a model how to think about a field', () => {
    const changed = applyOverrides(extract, overriding({ prompts: { number: 'Look at the head' } }));
    expect(changed).toMatchObject({
      definition: { properties: { number: { 'X-ReasoningPrompt': 'Look at the head' } } },
    });
  });

  it('of kinds has other descriptions and partition keys, and keeps the rest', () => {
    const changes = overriding({ descriptions: { invoice: 'new' }, partitionKeys: { invoice: null } });
    expect(applyOverrides(split, changes)).toEqual({
      operation: 'split',
      subdocuments: [{ name: 'invoice', description: 'new', partitionKey: null }, split.subdocuments[1]],
    });
  });

  it('of kinds is not described by what every object has', () => {
    const kinds: Task = { operation: 'classify', categories: [{ name: 'constructor', description: 'of houses' }] };
    expect(applyOverrides(kinds, overriding({ prompts: { a: 'b' } }))).toEqual(kinds);
  });

  it.each<[string, Task, Partial<Overrides>]>([
    ['a field', extract, { descriptions: { total: 'x' } }],
    ['a field below one that has none', extract, { prompts: { 'number.sub': 'x' } }],
    ['a name that every object has', extract, { descriptions: { constructor: 'x' } }],
    ['a subdocument', split, { partitionKeys: { terms: 'x' } }],
    ['a category', { operation: 'classify', categories: [] }, { descriptions: { letter: 'x' } }],
  ])('refuses to override %s that is not there', (_, task, changes) => {
    expect(() => applyOverrides(task, overriding(changes))).toThrow(
      expect.objectContaining({ code: 'invalid-request' }),
    );
  });
});
