/** Their overrides as ours — pure. */
import { JobError } from '../../../jobs/errors';
import { type Measured, NO_OVERRIDES, type Overrides, type Variant } from '../../../jobs/projects/project';
import type { UpdateIterationBody, VariantBody } from './iteration-wire';
import { toReading } from './to-setup';

/** What is not said is left out. */
export function toVariant(operation: Measured, body: VariantBody): Partial<Variant> {
  const overrides = toOverrides(operation, body);
  const reading = body.inference_settings;
  return { ...(overrides === null ? {} : { overrides }), ...(reading ? { reading: toReading(reading) } : {}) };
}

/** The draft as it is to be. */
export const toDraft = (operation: Measured, { draft, ...beside }: UpdateIterationBody): Partial<Variant> => ({
  ...toVariant(operation, beside),
  ...(draft ? toVariant(operation, draft) : {}),
});

const OVERRIDES = {
  extract: 'schema_overrides',
  split: 'split_config_overrides',
  classify: 'category_overrides',
} as const satisfies Record<Measured, string>;

/** For `catch`: a refusal of an override, under the name that overrides have in such a project. */
export const namingOverrides =
  (operation: Measured) =>
  (error: unknown): never => {
    const field = error instanceof JobError ? error.details.field : undefined;
    if (!(error instanceof JobError) || !field?.startsWith('overrides.')) throw error;
    const rename = (text: string): string => text.replace(/^overrides/, OVERRIDES[operation]);
    throw new JobError(error.code, rename(error.message), { field: rename(field) });
  };

/** null: nothing is said of them. */
function toOverrides(operation: Measured, body: VariantBody): Overrides | null {
  switch (operation) {
    case 'extract': {
      const given = body.schema_overrides;
      if (!given) return null;
      const { descriptionsOverride, reasoningPromptsOverride } = given;
      return { ...NO_OVERRIDES, descriptions: descriptionsOverride ?? {}, prompts: reasoningPromptsOverride ?? {} };
    }
    case 'split': {
      const given = body.split_config_overrides;
      if (!given) return null;
      const { descriptions_override, partition_keys_override } = given;
      return {
        ...NO_OVERRIDES,
        descriptions: descriptions_override ?? {},
        partitionKeys: partition_keys_override ?? {},
      };
    }
    case 'classify': {
      const given = body.category_overrides;
      return given ? { ...NO_OVERRIDES, descriptions: given.description_overrides ?? {} } : null;
    }
  }
}
