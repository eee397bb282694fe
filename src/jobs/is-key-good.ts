import type { Ports } from './ports';
import type { Caller } from './records';

/** Whether the key that a caller came with still opens the door; true for one who came without. Remembers nothing. */
export const isKeyGood = async ({ keys }: Pick<Ports, 'keys'>, { keySha256 }: Caller): Promise<boolean> =>
  keySha256 === undefined || keys.isGood(keySha256);
