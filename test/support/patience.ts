import type { Patience } from '../../src/jobs/steadily';

/** Tries again at once. */
export const PATIENCE: Patience = { pause: async () => undefined, random: () => 0 };
