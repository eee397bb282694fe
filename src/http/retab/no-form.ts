import { NO_TRAITS } from '../../jobs/create-job';

/** A command for an operation that asks for no fields. */
export const NO_FORM = { ...NO_TRAITS, name: null, schema: null } as const;
