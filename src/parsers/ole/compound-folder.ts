/** A storage of a compound file: named streams of bytes, and further storages. */
export interface CompoundFolder {
  readonly name: string;
  readonly folders: readonly CompoundFolder[];
  readonly streamNames: readonly string[];
  /** The bytes of a stream; null: none of that name, or cut off. Names are compared without regard to case. */
  stream(name: string): Uint8Array | null;
}
