import type { JsonObject } from '../schema/json';
import type { SchemaLimits } from '../schema/limits';
import { normaliseSchema } from '../schema/normalise';
import type { ObjectNode } from '../schema/schema-node';
import { JobError } from './errors';
import { schemaLimitsOf } from './limits';
import type { Ports } from './ports';
import type { Caller } from './records';

/**
 * A stored schema by id or short id, one that comes with the request in any of the accepted forms, or one that came in
 * earlier and is kept with something of the account's: an agent, a project, a job.
 */
export type SchemaChoice =
  | { readonly kind: 'stored'; readonly idOrShortId: string }
  | { readonly kind: 'inline' | 'kept'; readonly definition: unknown };

/** None came: one is made of what the documents show, or of what the instructions ask of them. */
export interface ProposedChoice {
  readonly kind: 'proposed';
}

export interface ChosenSchema {
  readonly id: string | null;
  readonly name: string | null;
  readonly version: number | null;
  /** Normalised JSON Schema. */
  readonly definition: JsonObject;
  readonly node: ObjectNode;
}

/** Throws `not-found` for a schema the account does not have, `invalid-request` for a definition that is none. */
export async function chooseSchema(ports: Ports, caller: Caller, choice: SchemaChoice): Promise<ChosenSchema> {
  const unnamed = { id: null, name: null, version: null };
  switch (choice.kind) {
    case 'inline':
      return { ...unnamed, ...acceptDefinition(ports, choice.definition) };
    case 'kept':
      return { ...unnamed, ...readDefinition(choice.definition) };
    case 'stored': {
      const stored = await ports.schemas.get(caller.accountId, choice.idOrShortId);
      if (stored === null)
        throw new JobError('not-found', `Schema ${choice.idOrShortId} does not exist`, { field: 'schemaId' });
      return { id: stored.id, name: stored.name, version: stored.version, ...readDefinition(stored.definition) };
    }
  }
}

interface ReadDefinition {
  readonly definition: JsonObject;
  readonly node: ObjectNode;
}

/** A definition that comes in, in any accepted form. Throws `invalid-request`, naming the place in it, or the limit. */
export const acceptDefinition = ({ settings }: Pick<Ports, 'settings'>, definition: unknown): ReadDefinition =>
  readDefinition(definition, schemaLimitsOf(settings.limits));

/**
 * A definition, normalised. What was accepted stays readable when the server is set to take smaller ones only. Throws
 * `invalid-request`.
 */
export function readDefinition(definition: unknown, limits?: SchemaLimits): ReadDefinition {
  const normalised = normaliseSchema(definition, limits);
  if (normalised.ok) return { definition: normalised.jsonSchema, node: normalised.schema };
  const place = normalised.path === '' ? 'schema' : `schema.${normalised.path}`;
  throw new JobError('invalid-request', `${place}: ${normalised.problem}`, { field: 'schema' });
}
