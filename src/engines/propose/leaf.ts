import type { ScalarNode, ScalarType } from '../../schema/schema-node';
import { titleOf } from '../../schema/title';

/** A field that nothing more is known of. */
export function leafOf(name: string, type: ScalarType): ScalarNode {
  return {
    kind: 'scalar',
    title: titleOf(name),
    description: '',
    type,
    choices: null,
    pattern: null,
    format: null,
    minimum: null,
    maximum: null,
  };
}
