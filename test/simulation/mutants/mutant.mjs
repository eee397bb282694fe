/**
 * A bug to be planted into the sources, to see whether the simulation sees it. `find` stands in `file` (below src) exactly once,
 * whatever the spaces; a test fails when it does not any more: then find the place again, or the bug's successor. `seeds`: worlds it may
 * take, where it takes many; such are looked for by `npm run simulate -- --mutants` alone. `isCancelled`: where it is the
 * cancel at every place that sees it. `from`: the first of them, where it is seen in hardly any. `harmless`: why nobody can tell the difference; such a bug is not expected to be seen.
 * @typedef {{ name: string, file: string, find: string, replace: string, harmless?: string, seeds?: number, from?: number, isCancelled?: true }} Mutant
 */

/**
 * @param {string} name
 * @param {string} file
 * @param {string} find
 * @param {string} replace
 * @param {Pick<Mutant, 'harmless' | 'seeds' | 'from' | 'isCancelled'>} more
 * @returns {Mutant}
 */
export const mutant = (name, file, find, replace, more = {}) => ({ name, file, find, replace, ...more });
