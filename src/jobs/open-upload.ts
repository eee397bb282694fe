import type { GrantRecord } from './grant';
import { type OpenedGrant, openGrant } from './open-grant';
import type { Ports } from './ports';
import type { Caller } from './records';

export interface OpenUpload extends Pick<GrantRecord, 'filename' | 'externalId' | 'purpose'> {
  readonly lifetimeSeconds: number;
}

/** Announces a document: its id is given now, its bytes come later from whoever has the token. See `receiveUpload`. */
export const openUpload = (
  ports: Ports,
  { accountId }: Caller,
  { lifetimeSeconds, ...announced }: OpenUpload,
): Promise<OpenedGrant> =>
  openGrant(ports, { accountId, kind: 'upload', documentId: ports.ids(), ...announced }, lifetimeSeconds);
