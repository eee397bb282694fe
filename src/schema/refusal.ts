/** Why a definition is refused and where; thrown and caught inside this room, never seen outside. */
export class SchemaRefusal extends Error {
  constructor(
    /** Dotted place in the definition; empty for the root. */
    readonly path: string,
    /** For a developer: what is wrong and what would be right. */
    readonly problem: string,
  ) {
    super(problem);
  }
}
