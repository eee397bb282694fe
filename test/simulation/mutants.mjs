/**
 * Bugs planted into the sources, one at a time, to see whether the simulation sees them. `find` stands in `file` (below src)
 * exactly once, whatever the spaces; a test fails when it does not any more: then find the place again, or the bug's successor.
 * `seeds`: worlds it may take, where it takes many; such are looked for by `npm run simulate -- --mutants` alone. `harmless`:
 * why nobody can tell the difference; such a bug is not expected to be seen.
 */
const mutant = (name, file, find, replace, more = {}) => ({ name, file, find, replace, ...more });

/**
 * @typedef {{ name: string, file: string, find: string, replace: string, harmless?: string, seeds?: number }} Mutant
 * @type {readonly Mutant[]}
 */
export const MUTANTS = [
  // Acceptance.
  mutant(
    'accepts before the gate is open',
    'jobs/create-job.ts',
    "const job = await ports.gates.at({ accountId, jobId }).open(opening).catch(unless('not-found'));",
    `void ports.gates.at({ accountId, jobId }).open(opening).catch(() => undefined);
     const job = summaryOfOpening(opening);
     function summaryOfOpening(o: JobOpening): JobSummary | null {
       return { ...o, ...NO_TRAITS, status: 'queued', phase: null, progress: 0, attempt: 1, revision: 1, documentCount: o.documents.length,
         completedDocuments: 0, failedDocuments: 0, totalCells: 0, filledCells: 0, problem: null, startedAt: null, endedAt: null,
         cancelledAt: null, deletedAt: null, expiresAt: createdAt + o.retentionMs, estimatedEndAt: null };
     }`,
  ),
  mutant(
    'opens the gate before the request is stored',
    'jobs/create-job.ts',
    'await ports.blobs.putRequest(',
    'await ((...put: Parameters<typeof ports.blobs.putRequest>) => void ports.blobs.putRequest(...put).catch(() => undefined))(',
  ),
  mutant(
    'a new job for every post under a key',
    'jobs/claim-request.ts',
    'const claim = await ports.requests.claim(accountId, name, mine, now);\n  return jobOf(claim, fingerprint);',
    'void ports.requests.claim(accountId, name, mine, now).catch(() => undefined);\n  return mine.jobId;',
  ),
  mutant(
    'a key answers any body',
    'jobs/claim-request.ts',
    'if (claim.fingerprint === fingerprint) return claim.jobId;',
    'if (claim.fingerprint !== null) return claim.jobId;',
  ),
  mutant(
    'a claim lasts a second',
    'jobs/claim-request.ts',
    'const KEY_LASTS_MS = 24 * 60 * 60_000;',
    'const KEY_LASTS_MS = 1_000;',
  ),
  mutant(
    'opening again begins anew',
    'gate/job-record.ts',
    'if (this.#state === null) this.#save(null, openJob(opening, settings.boot, clock()));',
    'this.#save(null, openJob(opening, settings.boot, clock()));',
  ),

  // Leases.
  mutant(
    'no fencing token',
    'jobs/lifecycle.ts',
    'if (!held?.lease || turn.attempt !== state.attempt || held.lease.token !== turn.token) return null;',
    'if (!held?.lease || turn.attempt !== state.attempt) return null;',
    { seeds: 3_000 },
  ),
  mutant(
    'a turn of an earlier attempt counts',
    'jobs/lifecycle.ts',
    'if (!held?.lease || turn.attempt !== state.attempt || held.lease.token !== turn.token) return null;',
    'if (!held?.lease || held.lease.token !== turn.token) return null;',
    {
      harmless:
        'a token is never given out twice, over all attempts, so a turn of an earlier attempt has another token than the lease of now',
    },
  ),
  mutant('tokens begin anew', 'jobs/lifecycle.ts', 'const token = free.token + 1;', 'const token = 1;'),
  mutant(
    'two hold one lease',
    'jobs/lifecycle.ts',
    "if (asked.lease && asked.lease.boot === boot && asked.lease.until > now)\n    return { state, verdict: { kind: 'busy', retryAfterMs: asked.lease.until - now } };",
    '',
    {
      harmless:
        'the second holder takes the turn as that of a consumer that vanished, under a token of its own: work is done twice, never told twice; 20 in a row would be needed to fail a document',
    },
  ),
  mutant(
    'a lease never runs out',
    'jobs/lifecycle.ts',
    'if (document.lease && (document.lease.boot !== boot || document.lease.until <= now)) return [lost(document, now)];',
    'if (document.lease && document.lease.boot !== boot) return [lost(document, now)];',
  ),
  mutant(
    'a lease of a process that is gone holds',
    'jobs/lifecycle.ts',
    'if (document.lease && (document.lease.boot !== boot || document.lease.until <= now)) return [lost(document, now)];',
    'if (document.lease && document.lease.until <= now) return [lost(document, now)];',
    { harmless: 'it runs out 30 s later; how soon work goes on after a restart is what the chaos harness measures' },
  ),
  mutant(
    'who takes up a lost lease keeps its token',
    'jobs/lifecycle.ts',
    'const token = free.token + 1;',
    'const token = Math.max(1, free.token);',
  ),
  mutant(
    'a retry keeps the old lease',
    'jobs/lifecycle.ts',
    '...document, ...untouched(now, 0) })',
    '...document, ...untouched(now, 0), lease: document.lease, token: 0 })',
  ),

  // Cancel, retry, delete.
  mutant(
    'a cancel leaves the leases',
    'jobs/lifecycle.ts',
    'return changed(cancelled, now, STOP, ...open.map((document) => failed(document, problem, now)));',
    'return changed(cancelled, now, STOP);',
  ),
  mutant(
    'a cancel is answered and not kept',
    'jobs/lifecycle.ts',
    'const cancelled = { ...state, cancelledAt: now, endedAt: now };',
    'const cancelled = { ...state, endedAt: now };',
  ),
  mutant(
    'an ended job can be cancelled',
    'jobs/lifecycle.ts',
    "if (isTerminal(status)) return { state, verdict: { kind: 'refused', reason: 'not-cancellable' } };",
    '',
  ),
  mutant(
    'a completed job can be begun again',
    'jobs/lifecycle.ts',
    "if (state.deletedAt !== null || (status !== 'failed' && status !== 'cancelled'))",
    'if (state.deletedAt !== null || !isTerminal(status))',
  ),
  mutant(
    'a retry begins with what had completed as well',
    'jobs/lifecycle.ts',
    "const unfinished = state.documents.filter((document) => document.outcome !== 'completed');",
    'const unfinished = state.documents;',
  ),
  mutant('a retry is no new attempt', 'jobs/lifecycle.ts', 'attempt: state.attempt + 1,', 'attempt: state.attempt,'),
  mutant(
    'a retry leaves the job cancelled',
    'jobs/lifecycle.ts',
    'cancelledAt: null,\n    expiresAt: now + state.retentionMs,',
    'expiresAt: now + state.retentionMs,',
  ),
  mutant(
    'a deleted job is shown',
    'gate/gate-keeper.ts',
    'return this.#record.state?.deletedAt === null ? this.#record.state : null;',
    'return this.#record.state;',
  ),
  mutant(
    'a deletion leaves what is stored',
    'gate/gate-keeper.ts',
    'await Promise.all([this.#settle(), this.#clearing.run(this.#record.state ?? state)]);',
    'await this.#settle();',
    { harmless: 'the alarm that looks once more after a deletion deletes it, some time later' },
  ),
  mutant('a deletion keeps the claims', 'jobs/delete-job.ts', 'await ports.requests.forget(accountId, jobId);', ''),

  mutant(
    'a deletion is answered while lists still show the job',
    'jobs/delete-job.ts',
    'await gate.remove();\n  await refuseWhileListed(ports, accountId, jobId);',
    'await gate.remove();',
    { seeds: 3_000 },
  ),

  // Expiry and what is left over.
  mutant(
    'garbage is collected once',
    'gate/gate-keeper.ts',
    'if (state !== null && this.#clearing.isDue()) this.#later(this.#clearing.run(state));',
    'if (state === null) return;',
    { harmless: 'the last look, once nobody can come late any more, deletes it: this one only does it sooner' },
  ),
  mutant(
    'nothing is deleted at the end of the retention',
    'gate/clearing.ts',
    'await this.#ports.blobs.deleteJob({ accountId, jobId: id });\n      return true;',
    'return true;',
  ),
  mutant(
    'what could not be deleted is left',
    'gate/clearing.ts',
    "logError('gate left something to delete', error, { job: id });\n      return false;",
    "logError('gate left something to delete', error, { job: id });\n      return true;",
    { seeds: 1_500 },
  ),
  mutant(
    'nobody looks when the retention is over',
    'jobs/schedule.ts',
    'if (isTerminal(status)) return Math.max(now, state.expiresAt);',
    'if (isTerminal(status)) return null;',
  ),
  mutant(
    'a running job expires',
    'jobs/lifecycle.ts',
    "if (!isTerminal(status) || status === 'expired' || state.deletedAt !== null || event.now < state.expiresAt)",
    "if (status === 'expired' || state.deletedAt !== null || event.now < state.expiresAt)",
    { seeds: 1_500 },
  ),
  mutant(
    'a job expires as soon as it has ended',
    'jobs/lifecycle.ts',
    "if (!isTerminal(status) || status === 'expired' || state.deletedAt !== null || event.now < state.expiresAt)",
    "if (!isTerminal(status) || status === 'expired' || state.deletedAt !== null)",
  ),
  mutant(
    'a deleted job is forgotten at once',
    'jobs/under-way.ts',
    'export const REMEMBERED_MS = 60 * 60_000;',
    'export const REMEMBERED_MS = 1_000;',
    { seeds: 4_000 },
  ),
  mutant(
    'events are forgotten when a job has ended',
    'gate/gate-keeper.ts',
    'if (isLeftOver || !this.#record.state) return;',
    'if (isTerminal(deriveStatus(looked))) this.#store.forgetEvents();\n    if (isLeftOver || !this.#record.state) return;',
  ),
  mutant(
    'what happened is told with gaps',
    'gate/gate-keeper.ts',
    'const events = this.#store.eventsAfter(seq, limit);',
    "const events = this.#store.eventsAfter(seq, limit).filter(({ event }) => event.kind !== 'cells');",
  ),

  // Places.
  mutant(
    'places of a process that is gone are held',
    'gate/turnstile-keeper.ts',
    'holdings: isOfNow ? holdings : [], waiting, seq };',
    'holdings, waiting, seq };',
    {
      harmless:
        'they are free again after a minute without a word; how soon work goes on after a restart is what the chaos harness measures',
    },
  ),
  mutant(
    'who waits is not called',
    'gate/turnstile-keeper.ts',
    'for (const one of called) this.#later(this.#tell(accountId, one));',
    '',
    { seeds: 3_000 },
  ),
  mutant(
    'a turnstile hands out what is taken',
    'jobs/turnstile.ts',
    'let free = limit - [...held.values()].reduce((sum, { places }) => sum + places, 0);',
    'let free = limit;',
    { seeds: 3_000 },
  ),
  mutant(
    'a job takes the places it wants',
    'gate/places.ts',
    'return Math.min(wanted, Math.max(0, this.#held.places - inFlight));',
    'return wanted;',
  ),
  mutant(
    'a place is held for ever by a job that says no more',
    'jobs/turnstile.ts',
    'inTime.filter(({ until }) => until > now)',
    'inTime',
    { seeds: 3_000 },
  ),
  mutant(
    'places are not given back',
    'jobs/turnstile.ts',
    '[...others, { jobId, places: inFlight, until: now + HOLD_MS }] : others',
    '[...others, { jobId, places: inFlight, until: now + HOLD_MS }] : before.holdings',
    {
      harmless: 'they run out after a minute in which the job says nothing: others only wait longer',
    },
  ),
  mutant(
    'a turnstile looks at nothing by itself',
    'gate/turnstile-keeper.ts',
    'if (this.#isAwaited()) this.#wakeUp.arm(this.#ports.clock() + CHECK_EVERY_MS);',
    '',
    { harmless: 'a job that waits says so again within a minute' },
  ),
  mutant(
    'a turnstile that is moved forgets who was told',
    'gate/turnstile-keeper.ts',
    'const told = [...this.#told.values()].map(({ before }) => before);',
    'const told: PlaceRequest[] = [];',
    { harmless: 'a job that waits says so again within a minute' },
  ),
  mutant(
    'a turnstile that is moved forgets who waits',
    'gate/turnstile-store.ts',
    'waiting: [...this.#lines.values()].sort((a, b) => a.turn - b.turn),',
    'waiting: [],',
    { harmless: 'a job that waits says so again within a minute' },
  ),

  // The sweep.
  mutant(
    'a sweep asks no gate',
    'jobs/retention/sweep-blobs.ts',
    "if (summary === null || summary.status === 'expired') await ports.blobs.deleteJob(job);",
    'await ports.blobs.deleteJob(job);',
    {
      harmless:
        'lists are behind for minutes at most, and what a sweep looks at is older: asking the gate is a second line',
    },
  ),
  mutant(
    'a sweep asks gates alone of those that lists show',
    'jobs/retention/sweep-blobs.ts',
    'const suspects = jobs.length === 0 ? [] : await ports.upkeep.notKept(jobs);',
    'const kept = jobs.length === 0 ? [] : await ports.upkeep.notKept(jobs); const suspects = jobs.filter((job) => !kept.includes(job));',
  ),
  mutant(
    'a sweep leaves what was never opened',
    'jobs/retention/sweep-blobs.ts',
    "if (summary === null || summary.status === 'expired')",
    "if (summary?.status === 'expired')",
  ),
  mutant(
    'a sweep takes what was just stored',
    'jobs/retention/sweep-blobs.ts',
    'const old = blobs.filter(({ storedAt }) => storedAt <= before);',
    'const old = blobs;',
    { seeds: 3_000 },
  ),
  mutant(
    'a sweep takes the bytes of documents',
    'jobs/retention/sweep-blobs.ts',
    'const unowned = contents.length === 0 ? [] : await ports.upkeep.withoutDocument(contents);',
    'const unowned = contents;',
    { harmless: 'whoever deletes them asks once more whether they are owned' },
  ),
  mutant(
    'a chore of the sweep that fails ends it',
    'jobs/retention/sweep.ts',
    'reports.push({ chore, count: null, error });',
    'throw error;',
    { harmless: 'the next sweep goes on' },
  ),

  // Alarms.
  mutant(
    'no alarm is set with the state',
    'gate/gate-keeper.ts',
    'if (isOwed) this.#announcing.expect();\n    this.#armFor(after);',
    'if (isOwed) this.#announcing.expect();',
  ),
  mutant(
    'the alarm is set a turn later than the state',
    'gate/gate-keeper.ts',
    'if (isOwed) this.#announcing.expect();\n    this.#armFor(after);',
    'if (isOwed) this.#announcing.expect();\n    void this.#ports.documents.get(after.accountId, "").catch(() => null).then(() => this.#armFor(after));',
    { seeds: 3_000 },
  ),
  mutant('an alarm does not set the next one first', 'gate/gate-keeper.ts', 'this.#wakeUp.goneOff();', ''),
  mutant(
    'an alarm takes the next one away',
    'gate/gate-keeper.ts',
    'this.#wakeUp.putOffTo(wakeAt);',
    'this.#wakeUp.putOffTo(null);',
  ),
  mutant(
    'an alarm is put off for good',
    'jobs/wake-up.ts',
    'if (at === null || (this.#at !== null && this.#at <= at && this.#at > this.#clock())) return;',
    'if (at === null || this.#at !== null) return;',
  ),
  mutant(
    'a tick does nothing',
    'gate/gate-keeper.ts',
    "else this.#record.apply({ kind: 'tick', boot: settings.boot, now });",
    '',
  ),
  mutant(
    'what was not shown is not looked at again',
    'jobs/schedule.ts',
    'if (!isProjected) return now + CHECK_EVERY_MS;',
    '',
  ),

  // Messages.
  mutant(
    'a message is sent once',
    'jobs/lifecycle.ts',
    'return [{ ...document, sends: document.sends + 1, dueAt: event.now + resendAfterMs(document.sends) }];',
    'return [{ ...document, sends: document.sends + 1, dueAt: null }];',
  ),
  mutant(
    'a message is noted as sent when it could not be',
    'gate/sending.ts',
    'await work.send(',
    'await (async (...sending: Parameters<typeof work.send>) => work.send(...sending).catch(() => undefined))(',
    { harmless: 'a message is a hint: it is sent again when nobody takes it up' },
  ),
  mutant(
    'a message is noted as sent before it is',
    'gate/sending.ts',
    'await work.send(',
    "apply({ kind: 'sent', attempt, indexes: owed, now: clock() });\n      await work.send(",
    { harmless: 'a message is a hint: it is sent again when nobody takes it up' },
  ),
  mutant(
    'messages of a process that is gone are waited for',
    'jobs/lifecycle.ts',
    "if (outcome === 'waiting' && (rebooted || isBeyond(dueAt, now + LONGEST_WAIT_MS)))",
    "if (outcome === 'waiting' && isBeyond(dueAt, now + LONGEST_WAIT_MS))",
    { harmless: 'they are sent again later; how soon work goes on after a restart is what the chaos harness measures' },
  ),
  mutant(
    'given up messages fail nothing',
    'pipeline/consumer.ts',
    'await ports.gates.at({ accountId, jobId }).fail({ attempt, index, token: 0 }, problem);',
    '',
    {
      harmless: 'the gate sends another message when nobody takes up the first; giving up only ends the matter sooner',
    },
  ),
  mutant(
    'a dead letter fails a document that somebody is at',
    'jobs/lifecycle.ts',
    'return left.lease !== null && left.lease.until > now ? null : left;',
    'return left;',
    { harmless: 'the document ends as failed, once; whoever was at it is told to stop' },
  ),
  mutant(
    'a dead letter fails a document that has ended',
    'jobs/lifecycle.ts',
    'if (!left || turn.token !== 0 || turn.attempt !== state.attempt || hasEnded(left)) return null;',
    'if (!left || turn.token !== 0 || turn.attempt !== state.attempt) return null;',
    { seeds: 3_000 },
  ),

  // Work on a document.
  mutant(
    'a phase is reported before its output is stored',
    'pipeline/run-document.ts',
    'await ports.blobs.putOutput(output, {',
    'await ((...put: Parameters<typeof ports.blobs.putOutput>) => void ports.blobs.putOutput(...put).catch(() => undefined))(output, {',
  ),
  mutant(
    'an output is stored without the token',
    'stores/r2/keys.ts',
    '`${jobPrefix(ref)}attempts/${attempt}/documents/${index}/${phase}.${token}.json`',
    '`${jobPrefix(ref)}attempts/${attempt}/documents/${index}/${phase}.json`',
    {
      harmless:
        'every turn at one attempt of a document makes the same of it here; with an engine that does not, the results of two turns would mix',
    },
  ),
  mutant('a turn goes on after stop', 'pipeline/run-document.ts', "if (answer === 'stop') return;", '', {
    harmless: 'what it stores nobody points at, and what it reports is refused; the test of cancels sees it',
  }),
  mutant('a turn begins every phase from nothing', 'pipeline/run-document.ts', 'standing = done.standing;', ''),
  mutant(
    'a turn repeats what was reported',
    'pipeline/run-document.ts',
    'return finished === null ? phases : phases.slice(phases.indexOf(finished) + 1);',
    'return finished === null ? phases : phases.slice(phases.indexOf(finished));',
  ),
  mutant(
    'a repeated phase counts again',
    'jobs/lifecycle.ts',
    'if (position <= finished) return { state, verdict: GO };',
    '',
    {
      harmless: 'the check after it refuses the report: the turn stops, and the next one goes on after the last phase',
    },
  ),
  mutant(
    'a phase may be left out',
    'jobs/lifecycle.ts',
    'if (position !== finished + 1) return { state, verdict: STOP };',
    '',
    { harmless: 'no consumer leaves one out: the check is a second line' },
  ),
  mutant(
    'a released document is never taken up again',
    'jobs/lifecycle.ts',
    '...waiting(held, event.now + event.delayMs), errors',
    '...waiting(held, event.now + event.delayMs), dueAt: null, errors',
    { harmless: 'a document that waits for nothing is due at once: it is only tried again sooner' },
  ),
  mutant(
    'errors are tried again for ever',
    'pipeline/retry-policy.ts',
    "if (!isRetryable(problem.code) || errors + 1 >= most) return { kind: 'give-up' };",
    '',
  ),
  mutant('a hanging turn is kept for ever', 'pipeline/heartbeat.ts', 'reject(new JobError', 'void (new JobError', {
    seeds: 8_000,
  }),

  // What readers see.
  mutant(
    'an ended job is read from lists though it was retried',
    'jobs/get-job.ts',
    "status === 'expired' || (status === 'completed' && expiresAt > now)",
    'isTerminal(status) && expiresAt > now',
    { seeds: 3_000 },
  ),
  mutant(
    'progress falls back',
    'jobs/lifecycle.ts',
    'draft.cancelledAt === null ? Math.max(draft.progressFloor, progressOf(draft)) : draft.progressFloor;',
    'draft.cancelledAt === null ? progressOf(draft) : draft.progressFloor;',
    { seeds: 3_000 },
  ),
  mutant('progress of the attempt before is kept', 'jobs/lifecycle.ts', 'progressFloor: 0,\n  };', '};', {
    harmless: 'progress may begin where it was: readers are promised that it does not fall',
  }),
  mutant(
    'a revision counts only some changes',
    'jobs/lifecycle.ts',
    'const revision = state.revision + 1;',
    'const revision = documents.length === 0 ? state.revision : state.revision + 1;',
    { seeds: 1_500 },
  ),
  mutant(
    'a deletion has no revision',
    'jobs/lifecycle.ts',
    'deletedAt: event.now, revision: state.revision + 1 }',
    'deletedAt: event.now, revision: state.revision }',
  ),
  mutant(
    'what D1 has is noted before it has it',
    'gate/projection.ts',
    'await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision));\n      this.#storage.noteProjected(state.revision);',
    'this.#storage.noteProjected(state.revision);\n      await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision));',
  ),
  mutant(
    'a failed projection is taken as done',
    'gate/projection.ts',
    'await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision));',
    'await this.#ports.jobs.project(summarise(state, this.#projectedAt), extractionsSince(state, this.#revision)).catch(() => undefined);',
  ),
  mutant(
    'rows of the documents are shown once',
    'gate/projection.ts',
    'extractionsSince(state, this.#revision)',
    'extractionsSince(state, this.#revision === 0 ? 0 : state.revision)',
  ),
  mutant(
    'memory before storage',
    'gate/job-record.ts',
    'const { state, verdict } = transition(this.#state, event);\n    if (state !== this.#state) this.#save(this.#state, state);',
    'const before = this.#state;\n    const { state, verdict } = transition(before, event);\n    this.#state = state;\n    if (state !== before) this.#save(before, state);',
    { harmless: 'both happen in one turn, and no write of the simulation throws' },
  ),
  mutant('a gate remembers nothing', 'gate/job-record.ts', 'this.#state = store.load();', 'this.#state = null;'),
  mutant(
    'values are taken as searchable when they are not',
    'gate/value-indexing.ts',
    'this.#failures += 1;\n        if (this.#failures < TRIES) return;',
    '',
    { seeds: 3_000 },
  ),
  mutant(
    'an answer that was lost is not asked for again',
    'stores/durable/gates.ts',
    'return await steadily(() => method(stubOf(`${accountId}/${jobId}`)), mayCallAgain, patience);',
    'return await method(stubOf(`${accountId}/${jobId}`));',
    { harmless: 'the caller hears of it, and tries again by itself' },
  ),

  // Webhooks.
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
