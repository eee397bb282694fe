import { derivedId } from '../derived-id';
import { sha256Hex } from '../digest';
import type { Ports } from '../ports';
import type { Announcement } from './announcement';
import { type Hook, hookOf } from './hook';
import type { Parcel } from './parcel';

type HandOverPorts = Pick<Ports, 'clock' | 'webhooks' | 'documents' | 'announcers' | 'outboxes'>;

/**
 * Gives announcements of one account to the outboxes of all who hear of them: these hooks, and those that hear of everything.
 * Once it resolves, nothing of them can get lost; until then it may be done again, and tells nobody twice.
 */
export async function handOver(
  ports: HandOverPorts,
  accountId: string,
  own: readonly Hook[],
  announcements: readonly Announcement[],
): Promise<void> {
  const stored = await ports.webhooks.listening(accountId, ports.announcers.listening);
  const hooks = [...own, ...stored.map(hookOf)];
  if (hooks.length === 0) return;
  const sources = hooks.some(({ sourceId }) => sourceId !== null) ? await sourcesOf(ports, announcements) : NO_SOURCES;
  const byDestination = new Map<string, Parcel[]>();
  for (const hook of hooks) {
    const destination = await destinationOf(hook);
    const parcels = byDestination.get(destination) ?? [];
    byDestination.set(destination, parcels);
    for (const announcement of announcements) {
      if (hook.sourceId !== null && sourceOf(announcement, sources) !== hook.sourceId) continue;
      const parcel = await toParcel(ports, announcement, hook, destination);
      if (parcel !== null) parcels.push(parcel);
    }
  }
  await Promise.all(
    [...byDestination].map(([destination, parcels]) =>
      parcels.length === 0 ? null : ports.outboxes.at({ accountId, destination }).add(parcels),
    ),
  );
}

/** A stored webhook is a destination by itself; hooks that came with jobs share one for each address. */
export const destinationOf = async ({ webhookId, url }: Pick<Hook, 'webhookId' | 'url'>): Promise<string> =>
  webhookId ?? `url-${(await sha256Hex(url)).slice(0, 32)}`;

/** null: the hook does not hear of this. */
export async function toParcel(
  ports: Pick<Ports, 'clock' | 'announcers'>,
  announcement: Announcement,
  hook: Hook,
  destination: string,
): Promise<Parcel | null> {
  const id = await derivedId(JSON.stringify(['parcel', announcement.id, hook.webhookId ?? hook]));
  const told = ports.announcers.tell(announcement, hook, id);
  if (told === null) return null;
  const { id: announcementId, accountId, kind } = announcement;
  const jobId = 'job' in announcement ? announcement.job.id : null;
  return { id, announcementId, accountId, destination, jobId, kind, hook, told, createdAt: ports.clock() };
}

const NO_SOURCES: ReadonlyMap<string, string | null> = new Map();

/** The document that an announcement is about; null: it is about none alone. */
function documentIn(announcement: Announcement): string | null {
  if ('document' in announcement) return announcement.document.id;
  return 'extraction' in announcement ? announcement.extraction.documentId : null;
}

/** Through which source that came which an announcement is about, if through one. */
const sourceOf = (
  announcement: Announcement,
  sources: ReadonlyMap<string, string | null>,
): string | null | undefined =>
  'sourceId' in announcement ? announcement.sourceId : sources.get(documentIn(announcement) ?? '');

/** Through which source the documents of these came. */
async function sourcesOf(
  ports: Pick<Ports, 'documents'>,
  announcements: readonly Announcement[],
): Promise<ReadonlyMap<string, string | null>> {
  const [first] = announcements;
  const ids = [...new Set(announcements.flatMap((announcement) => documentIn(announcement) ?? []))];
  if (first === undefined || ids.length === 0) return NO_SOURCES;
  const documents = await ports.documents.getMany(first.accountId, ids);
  return new Map(documents.map(({ id, sourceId }) => [id, sourceId]));
}
