import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the clone. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
