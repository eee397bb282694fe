import { ACCEPTANCE } from './acceptance.mjs';
import { ALARMS } from './alarms.mjs';
import { COMMANDS } from './commands.mjs';
import { EXPIRY } from './expiry.mjs';
import { LEASES } from './leases.mjs';
import { MESSAGES } from './messages.mjs';
import { PLACES } from './places.mjs';
import { READERS } from './readers.mjs';
import { REMOVALS } from './removals.mjs';
import { SWEEP } from './sweep.mjs';
import { WEBHOOKS } from './webhooks.mjs';
import { WORK } from './work.mjs';

/**
 * All planted bugs, one at a time.
 * @type {readonly import('./mutant.mjs').Mutant[]}
 */
export const MUTANTS = [
  ...ACCEPTANCE,
  ...LEASES,
  ...COMMANDS,
  ...EXPIRY,
  ...PLACES,
  ...SWEEP,
  ...REMOVALS,
  ...ALARMS,
  ...MESSAGES,
  ...WORK,
  ...READERS,
  ...WEBHOOKS,
];
