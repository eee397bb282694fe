/** The documents chosen for the next job, over all pages of their list. */
export function createSelection() {
  const chosen = new Map();
  const listeners = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    has: (id) => chosen.has(id),
    ids: () => [...chosen.keys()],
    add({ id, filename }) {
      chosen.set(id, filename);
      tell();
    },
    remove(id) {
      chosen.delete(id);
      tell();
    },
    clear() {
      chosen.clear();
      tell();
    },
    onChange: (listener) => listeners.push(listener),
  };
}
