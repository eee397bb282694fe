/** Their configurations as ours — pure. */
import type { Measured, Reading, Setup, Task } from '../../../jobs/projects/project';
import type { JsonObject } from '../../../schema/json';
import type { SchemaLimits } from '../../../schema/limits';
import { toCategory, toSubdocument } from '../kinds-wire';
import { acceptShape } from '../to-command';
import type { CreateDatasetBody } from './dataset-wire';
import type { ConfigBody, InferenceSettings } from './setup-wire';

/** What a body says of a setup. `place`: in front of its names, with a dot; `limits`: of a schema. Throws `invalid-request` for a schema that is none. */
export function toSetup(operation: Measured, body: ConfigBody, limits: SchemaLimits, place = ''): Partial<Setup> {
  const task = toTask(operation, body, limits, place);
  const reading = body.inference_settings;
  return { ...(task === null ? {} : { task }), ...(reading ? { reading: toReading(reading) } : {}) };
}

export const toReading = ({ model, image_resolution_dpi, n_consensus }: InferenceSettings): Reading => ({
  model: model || null,
  dpi: image_resolution_dpi ?? null,
  readings: n_consensus ?? 1,
});

/** null: nothing is said of it. */
function toTask(operation: Measured, body: ConfigBody, limits: SchemaLimits, place: string): Task | null {
  switch (operation) {
    case 'extract': {
      const { json_schema } = body;
      return json_schema ? { operation, definition: toDefinition(json_schema, limits, `${place}json_schema`) } : null;
    }
    case 'split': {
      const given = body.split_config ?? body.subdocuments;
      return given ? { operation, subdocuments: given.map(toSubdocument) } : null;
    }
    case 'classify':
      return body.categories ? { operation, categories: body.categories.map(toCategory) } : null;
  }
}

/** An empty one says that there is none yet. It comes from `JSON.parse`, so what is inside is JSON. */
export function toDefinition(
  given: Readonly<Record<string, unknown>>,
  limits: SchemaLimits,
  place: string,
): JsonObject {
  if (Object.keys(given).length > 0) acceptShape(given, place, limits);
  return given as JsonObject;
}

/** A task that asks for nothing yet. */
export function emptyTask(operation: Measured): Task {
  switch (operation) {
    case 'extract':
      return { operation, definition: {} };
    case 'split':
      return { operation, subdocuments: [] };
    case 'classify':
      return { operation, categories: [] };
  }
}

/** What a dataset begins with. Throws `invalid-request` for a schema that is none. */
export const toBase = (
  operation: Measured,
  body: Omit<CreateDatasetBody, 'name'>,
  limits: SchemaLimits,
): Partial<Setup> =>
  toSetup(
    operation,
    {
      json_schema: body.base_json_schema,
      split_config: body.base_split_config,
      categories: body.base_categories,
      inference_settings: body.base_inference_settings,
    },
    limits,
    'base_',
  );
