import type { ObjectNode } from '../schema/schema-node';
import { fields } from '../schema/walk';

/**
 * The property names that lead to a field: "seller.name", but also "Invoice No." with a dot of its own. A field that
 * the schema no longer has is taken at its dots.
 */
export const pathOf = (schema: ObjectNode, field: string): readonly string[] =>
  fields(schema).find(({ key }) => key === field)?.path ?? field.split('.');
