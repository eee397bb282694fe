const FEW = { type: 'object', properties: { a: { type: 'string' } } };

const nested = (levels, wrap, inmost = { type: 'string' }) => {
  let schema = inmost;
  for (let level = 0; level < levels; level += 1) schema = wrap(schema);
  return schema;
};
const objectOf = (inner) => ({ type: 'object', properties: { a: inner } });
const wide = (count, make = () => ({ type: 'string' })) => ({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, make(index)])),
});
const referring = (count, make, more = {}) => ({
  type: 'object',
  properties: { a: { $ref: '#/$defs/d0' } },
  $defs: Object.fromEntries(Array.from({ length: count }, (_, index) => [`d${index}`, make(index)])),
  ...more,
});
const to = (index) => ({ $ref: `#/$defs/d${index}` });
/** Definitions that each name the next twice, in this keyword. */
const doubling = (levels, pair) => referring(levels, (index) => (index === levels - 1 ? FEW : pair(to(index + 1))));
const text = (length) => 'a'.repeat(length);
/** As JSON text: some keys cannot be written otherwise. */
const spelt = (json) => JSON.parse(json);

/** Schemas that unfold without end, or beyond measure, by name: each is refused. */
export const SCHEMA_BOMBS = {
  'objects ten thousand deep': () => nested(10_000, objectOf),
  'lists ten thousand deep': () => objectOf(nested(10_000, (items) => ({ type: 'array', items }))),
  'lists of objects a hundred deep': () =>
    objectOf(nested(100, (inner) => ({ type: 'array', items: objectOf(inner) }))),
  'seventeen objects in one another': () => nested(17, objectOf),
  'parts of parts ten thousand deep': () => nested(10_000, (part) => ({ allOf: [part] }), FEW),
  'choices of choices ten thousand deep': () => nested(10_000, (part) => ({ anyOf: [part] }), FEW),
  'choices of one ten thousand deep': () => nested(10_000, (part) => ({ oneOf: [part] }), FEW),
  'denials ten thousand deep': () => nested(10_000, (part) => ({ type: 'object', properties: {}, not: part }), FEW),
  'flat definition ten thousand deep': () => nested(10_000, (inner) => ({ a: inner }), 'string'),
  'list of fields ten thousand deep': () =>
    nested(10_000, (inner) => ({ fields: [{ name: 'a', type: 'object', ...inner }] }), { fields: [] }),
  'nesting in a keyword nobody reads': () => ({ ...FEW, 'x-a': nested(10_000, (inner) => [inner], 1) }),
  'nesting in an example': () => ({ ...FEW, examples: [nested(10_000, (inner) => ({ a: inner }), 1)] }),
  'definition that is itself': () => referring(1, () => to(0)),
  'two definitions that are each other': () => referring(2, (index) => to(1 - index)),
  'ring of a thousand definitions': () => referring(1000, (index) => to((index + 1) % 1000)),
  'definition that is part of itself': () => referring(1, () => ({ allOf: [to(0), to(0)] })),
  'definition that is its own choice': () => referring(1, () => ({ anyOf: [to(0), to(0)] })),
  'definition that has itself': () => referring(1, () => objectOf(to(0))),
  'definition that lists itself': () => referring(1, () => ({ type: 'array', items: to(0) })),
  'schema that is itself': () => ({ $ref: '#' }),
  'schema that has itself': () => objectOf({ $ref: '#' }),
  'schema that has itself twice': () => ({ type: 'object', properties: { a: { $ref: '#' }, b: { $ref: '#' } } }),
  'chain of ten thousand references': () => referring(10_000, (index) => (index === 9_999 ? FEW : to(index + 1))),
  'parts doubling thirty times': () => doubling(30, (next) => ({ allOf: [next, next] })),
  'properties doubling thirty times': () =>
    doubling(30, (next) => ({ type: 'object', properties: { a: next, b: next } })),
  'properties doubling fourteen times': () =>
    doubling(14, (next) => ({ type: 'object', properties: { a: next, b: next } })),
  'parts of parts doubling twenty times': () =>
    doubling(20, (next) => ({ allOf: [{ allOf: [next] }, { allOf: [next] }] })),
  'thousand parts that are the same': () =>
    referring(2, (index) => (index === 1 ? wide(100) : { allOf: Array(1000).fill(to(1)) })),
  'parts of a thousand properties three levels deep': () =>
    referring(4, (index) => (index === 3 ? wide(1000) : { allOf: Array(100).fill(to(index + 1)) })),
  'large definition that is named ten thousand times': () => ({
    ...wide(10_000, () => to(0)),
    $defs: { d0: wide(100) },
  }),
  'long text that is named a thousand times': () => ({
    ...wide(1000, () => to(0)),
    $defs: { d0: { type: 'string', description: text(1000) } },
  }),
  'reference to another host': () => objectOf({ $ref: 'https://127.0.0.1:9/schema.json' }),
  'reference to a file': () => objectOf({ $ref: 'file:///etc/passwd' }),
  'reference without a host': () => objectOf({ $ref: '//127.0.0.1:9/a' }),
  'reference to data': () => objectOf({ $ref: 'data:application/json,{}' }),
  'reference to a prototype': () => objectOf({ $ref: '#/__proto__' }),
  'reference to a method': () => objectOf({ $ref: '#/constructor/prototype' }),
  'reference of a million letters': () => objectOf({ $ref: `#/$defs/${text(1_000_000)}` }),
  'choice of a million': () =>
    objectOf({ type: 'string', enum: Array.from({ length: 1_000_000 }, (_, index) => index) }),
  'choice of two thousand': () =>
    objectOf({ type: 'string', enum: Array.from({ length: 2000 }, (_, index) => `${index}`) }),
  'choice of a long text': () => objectOf({ type: 'string', enum: [text(1_000_000)] }),
  'hundred thousand properties': () => wide(100_000),
  'nine thousand properties': () => wide(9000),
  'name of a million letters': () => ({ type: 'object', properties: { [text(1_000_000)]: { type: 'string' } } }),
  'name of three hundred letters': () => ({ type: 'object', properties: { [text(300)]: { type: 'string' } } }),
  'description of a million letters': () => objectOf({ type: 'string', description: text(1_000_000) }),
  'pattern of a million letters': () => objectOf({ type: 'string', pattern: `(${text(999_998)})` }),
  'fields of ten thousand fields': () => ({
    fields: Array.from({ length: 10_000 }, (_, index) => ({ name: `f${index}`, type: 'string' })),
  }),
  'prototype for a definition': () =>
    spelt('{"type":"object","properties":{"a":{"$ref":"#/__proto__/a"}},"__proto__":{"b":1}}'),
  'number beyond all numbers': () => spelt('{"type":"object","properties":{"a":{"type":"number","maximum":1e999}}}'),
};
