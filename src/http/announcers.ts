import type { Announcer } from '../jobs/webhooks/announcer';
import { DIALECTS } from './dialects';

const BY_FAMILY: ReadonlyMap<string, Announcer> = new Map(
  Object.entries(DIALECTS).map(([name, { announcer }]) => [name, announcer]),
);

/** How all dialects tell of what happened, each the hooks of its own. A family of webhooks has the name of the dialect that took them. */
export const ANNOUNCERS: Announcer = {
  listening: [...BY_FAMILY.values()].flatMap(({ listening }) => listening),
  tell: (announcement, hook, deliveryId) => BY_FAMILY.get(hook.family)?.tell(announcement, hook, deliveryId) ?? null,
};
