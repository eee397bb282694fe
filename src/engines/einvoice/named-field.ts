import type { Field } from '../../parsers/parsed-document';

/** A field with its element path, prefixes and positions left out. */
export interface NamedField {
  readonly field: Field;
  readonly name: string;
}
