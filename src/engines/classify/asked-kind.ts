/** One kind that a caller tells documents by. */
export interface AskedKind {
  readonly name: string;
  readonly description: string;
}
