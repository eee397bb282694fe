/** The fields of a normalised JSON Schema as flat rows - pure. */

/**
 * @param {any} node JSON Schema
 * @param {string} prefix key of the node itself, '' for the whole
 * @returns {{ key: string, type: string, required: boolean, description: string }[]} in schema order, parts after wholes
 */
export function schemaFields(node, prefix = '') {
  const required = new Set(Array.isArray(node.required) ? node.required : []);
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    const row = { key, type: typeOf(field), required: required.has(name), description: field.description ?? '' };
    if (field.items?.properties) return [row, ...schemaFields(field.items, `${key}[]`)];
    return field.properties ? [row, ...schemaFields(field, key)] : [row];
  });
}

function typeOf({ type, format, enum: choices, items }) {
  if (Array.isArray(choices)) return `one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`;
  const word = Array.isArray(type) ? type.join(' or ') : (type ?? 'any');
  if (word === 'array') return `list of ${items ? typeOf(items) : 'anything'}`;
  return format ? `${word}, ${format}` : word;
}
