import type { FormField } from './assignment';
import type { Kept } from './shelf';

/** A form that is filled again and again: a stored document, and what is to be filled in where. */
export interface TemplateRecord extends Kept {
  readonly name: string;
  /** A PDF. */
  readonly documentId: string;
  readonly filename: string;
  readonly mediaType: string;
  /** In the caller's order; keys are unique. */
  readonly fields: readonly FormField[];
}
