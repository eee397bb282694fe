import { mutant } from './mutant.mjs';

/** Webhooks. */
export const WEBHOOKS = [
  mutant(
    'what is to be told is not saved with the state',
    'gate/job-record.ts',
    'const announcements = announcementsBetween(before, after, now);',
    'const announcements = announcementsBetween(before, after, now).filter(({ kind }) => kind !== "job.completed" || after.documents.length % 2 === 0);',
  ),
  mutant(
    'what is to be told is forgotten before it is handed over',
    'gate/announcing.ts',
    'await handOver(this.#ports, accountId, hooks, announcements);\n        this.#store.forgetAnnouncements(last);',
    'this.#store.forgetAnnouncements(last);\n        await handOver(this.#ports, accountId, hooks, announcements);',
  ),
  mutant(
    'what could not be handed over is not thought of again',
    'gate/announcing.ts',
    "logError('gate left something untold', error, { job: id });",
    'this.#isBehind = false;',
  ),
  mutant(
    'a new id each time it is told',
    'jobs/webhooks/announcements-between.ts',
    "const id = await derivedId(JSON.stringify(['announcement', job.accountId, job.id, job.attempt, owed.kind, which]));",
    "const id = await derivedId(JSON.stringify(['announcement', job.accountId, job.id, job.attempt, owed.kind, which, Math.random()]));",
  ),
  mutant(
    'an id that is the same over all attempts',
    'jobs/webhooks/announcements-between.ts',
    "['announcement', job.accountId, job.id, job.attempt, owed.kind, which]",
    "['announcement', job.accountId, job.id, owed.kind, which]",
  ),
  mutant(
    'a cancelled job tells that it has failed',
    'jobs/webhooks/announcements-between.ts',
    "cancelled: 'job.cancelled',",
    "cancelled: 'job.failed',",
  ),
  mutant(
    'a parcel counts as delivered when its message is sent',
    'jobs/webhooks/slip.ts',
    "flight: 'sent',\n  sends: slip.sends + 1,\n  ...putOff(now, resendAfterMs(slip.sends)),",
    "flight: 'none',\n  status: 'delivered',\n  sends: slip.sends + 1,\n  dueAt: null,",
  ),
  mutant(
    'a parcel is given up when it comes back',
    'jobs/webhooks/slip.ts',
    'const delayMs = isFinal(outcome) ? null : delayAfter(failures, policy, retryAfterMs, random);',
    'const delayMs = null as number | null;',
  ),
  mutant(
    'a try that nobody heard of again is waited for',
    'outbox/outbox-keeper.ts',
    'if ((slip.dueAt ?? 0) <= now) this.#store.put({ parcel, slip: freedSlip(slip, now) });',
    'if (slip.flight === "none") this.#store.put({ parcel, slip: freedSlip(slip, now) });',
  ),
  mutant(
    'an outbox sets no alarm for what it was given',
    'outbox/outbox-keeper.ts',
    'this.#store.putAll(fresh.map((parcel) => ({ parcel, slip: newSlip(now) })));\n    this.#arm();',
    'this.#store.putAll(fresh.map((parcel) => ({ parcel, slip: newSlip(now) })));',
    { seeds: 3_000 },
  ),
  mutant(
    'a parcel is reported before it is sent',
    'pipeline/deliver.ts',
    'const outcome = await post(ports, parcel);\n    await outbox.report(parcelId, token, outcome);',
    'await outbox.report(parcelId, token, { problem: null, status: 200, message: null, retryAfterMs: null, elapsedMs: 0 });\n    const outcome = await post(ports, parcel);',
  ),
];
