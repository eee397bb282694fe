/**
 * A DOM element. Children are nodes or text, and text stays text: nothing a document says is ever read as markup.
 *
 * @param {string} name
 * @param {Record<string, unknown>} attributes functions are listeners of the event after "on"; false and null leave out
 * @param {...(Node | string | number | null | undefined | unknown[])} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...nodes(children));
  return made;
}

/** Puts these in place of all that was in there. */
export const fill = (parent, ...children) => parent.replaceChildren(...nodes(children));

const nodes = (children) =>
  children
    .flat(Number.POSITIVE_INFINITY)
    .filter((child) => child !== null && child !== undefined)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));

/** The element with this id; the page's own markup has it. */
export const byId = (id) => document.getElementById(id);
