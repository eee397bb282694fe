/** What the columns of a grid are, from the values in it - pure. */

/** A member of an object that came as JSON; undefined for what it has only by being an object. */
export const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * The fields of these objects in the order they are met, nested ones under dotted keys. A list is one field.
 *
 * @param {readonly Record<string, unknown>[]} rows
 * @returns {string[]} keys
 */
export function columnsOf(rows) {
  const keys = new Set();
  for (const row of rows) for (const key of keysOf(row, '')) keys.add(key);
  // A value that is null in one row and an object in another is the object's fields.
  return [...keys].filter((key) => ![...keys].some((other) => other.startsWith(`${key}.`)));
}

function keysOf(value, prefix) {
  return Object.entries(value).flatMap(([name, member]) =>
    isObject(member) ? keysOf(member, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

/** The value at a dotted key; null where there is none. Names with dots in them are found too. */
export function valueAt(value, key) {
  if (!isObject(value)) return null;
  if (Object.hasOwn(value, key)) return value[key];
  for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
    const found = valueAt(value[key.slice(0, dot)], key.slice(dot + 1));
    if (found !== null) return found;
  }
  return null;
}
