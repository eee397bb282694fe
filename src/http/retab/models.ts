/** https://docs.retab.com (Models) */

/** Every model a request may name. Which engine answers is the server's choice, and a warning says when it is another. */
const MODELS = ['retab-micro', 'retab-small', 'retab-large'] as const;

/** The vendor's default. */
const DEFAULT_MODEL = 'retab-small';

export const modelOf = (asked: string | null): string => asked ?? DEFAULT_MODEL;

/** When the vendor's names came up, in seconds: clients want a time. */
const CREATED = 1_735_689_600;

export const MODEL_LIST = {
  object: 'list',
  data: MODELS.map((id) => ({ id, object: 'model', created: CREATED, owned_by: 'retab' })),
} as const;
