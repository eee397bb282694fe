import { proposeFields } from '../engines/propose/propose-schema';
import { JobError } from '../jobs/errors';
import { ASKING_EXAMPLE } from '../jobs/propose-schema';
import { making, READ } from './operation-step';

/** What a document is worth asking for, or what the instructions ask of it. */
export const generateSchema = {
  resolve: READ,
  execute: making('generate-schema', ['instructions'], async (_, { parts, options, filename }) => {
    const fields = await proposeFields(parts(), options.instructions);
    if (fields.length > 0) return { product: { operation: 'generate-schema', fields }, file: null };
    throw new JobError(
      'extraction-failed',
      `${filename}: no field, label or table was recognised in it; say in the instructions what to extract, ${ASKING_EXAMPLE}`,
    );
  }),
} as const;
