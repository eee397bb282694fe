/** Stands where letters are signed, which another thread does: the id, and no signature. */
import type { Labels } from '../../src/jobs/job';
import type { Parcel } from '../../src/jobs/webhooks/parcel';

export const headersOf = async ({ announcementId }: Parcel): Promise<Labels> => ({ 'webhook-id': announcementId });
