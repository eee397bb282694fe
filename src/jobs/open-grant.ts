import { sha256Hex } from './digest';
import type { GrantRecord } from './grant';
import type { EpochMs } from './job';
import type { Ports } from './ports';

export interface OpenedGrant {
  /** The secret: whoever has it may do what it stands for. Stored nowhere. */
  readonly token: string;
  readonly documentId: string;
  readonly expiresAt: EpochMs;
}

/** Makes a token and remembers, under its SHA-256, what it stands for. */
export async function openGrant(
  ports: Pick<Ports, 'clock' | 'tokens' | 'grants'>,
  grant: Omit<GrantRecord, 'tokenSha256' | 'createdAt' | 'expiresAt'>,
  lifetimeSeconds: number,
): Promise<OpenedGrant> {
  const token = ports.tokens();
  const createdAt = ports.clock();
  const expiresAt = createdAt + lifetimeSeconds * 1000;
  await ports.grants.add({ ...grant, tokenSha256: await sha256Hex(token), createdAt, expiresAt });
  return { token, documentId: grant.documentId, expiresAt };
}
