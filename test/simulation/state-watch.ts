import { type EpochMs, isTerminal, type JobDocument, type JobState, PHASES } from '../../src/jobs/job';
import { deriveStatus, hasEnded } from '../../src/jobs/status';
import type { Violations } from './violations';

/** When a state was written, or the first of those that came to the disk with it, and when it is there: a clock may have jumped in between. */
interface Times {
  readonly since: EpochMs;
  readonly now: EpochMs;
}

/** What must hold between any two states of one job that reach the disk. */
export function watchStates(violations: Violations, before: JobState | null, after: JobState, times: Times): void {
  if (before === null) return;
  const job = after.name ?? after.id;
  const expect = (holds: boolean, invariant: string, what: string) =>
    violations.expect(holds, invariant, () => `${job}: ${what}`);
  const [was, is] = [deriveStatus(before), deriveStatus(after)];
  const isSameAttempt = before.attempt === after.attempt;
  expect(after.revision > before.revision, 'I4', `revision ${before.revision} became ${after.revision}`);
  expect(after.attempt >= before.attempt, 'I14', `attempt ${before.attempt} became ${after.attempt}`);
  if (isSameAttempt) {
    if (isTerminal(was)) expect(is === was || is === 'expired', 'I2', `${was} became ${is}`);
    expect(
      after.progressFloor >= before.progressFloor,
      'I4',
      `progress ${before.progressFloor} became ${after.progressFloor}`,
    );
  } else {
    const isLeftCancelled = after.cancelledAt !== null && after.cancelledAt === before.cancelledAt;
    expect(!isLeftCancelled, 'I2', 'cancelled, begun again, and cancelled still');
    expect(was !== 'completed' && was !== 'expired', 'I2', `${was} was begun again`);
  }
  expect(isTerminal(is) || after.progressFloor < 100, 'I4', `${is}, and all of it is done`);
  expect(before.deletedAt === null || after.deletedAt === before.deletedAt, 'I13', 'came back after its deletion');
  expect(
    is !== 'expired' || before.expiredAt !== null || after.expiredAt === null || before.expiresAt <= after.expiredAt,
    'I13',
    'expired before its time',
  );
  expect(is !== 'expired' || after.documents.every(hasEnded), 'I13', 'expired while it ran');
  for (const document of after.documents) {
    const old = before.documents[document.index];
    if (old === undefined || old === document) continue;
    watchDocument(expect, before, old, document, isSameAttempt);
    if (isSameAttempt) watchTurn(expect, after, old, document, times);
  }
}

type Expect = (holds: boolean, invariant: string, what: string) => void;

function watchDocument(
  expect: Expect,
  before: JobState,
  old: JobDocument,
  document: JobDocument,
  isSameAttempt: boolean,
): void {
  const name = `document ${document.index}`;
  expect(document.token >= old.token, 'I9', `${name}: token ${old.token} became ${document.token}`);
  const isGranted = old.lease === null && document.lease !== null;
  expect(!isGranted || document.token > old.token, 'I9', `${name}: token ${document.token} was given out twice`);
  if (hasEnded(old) && (isSameAttempt || old.outcome === 'completed'))
    expect(
      document.outcome === old.outcome && sameCheckpoint(old, document),
      'I7',
      `${name}: ended as ${old.outcome} and became ${document.outcome}`,
    );
  if (document.outcome === 'completed' && old.outcome !== 'completed')
    expect(before.cancelledAt === null || !isSameAttempt, 'I3', `${name} completed after the cancel`);
  if (!isSameAttempt || sameCheckpoint(old, document) || document.checkpoint === null) return;
  const { checkpoint } = document;
  // Several changes may reach the disk together: the turn may have begun in one of them.
  const holder = old.lease?.token ?? old.token + 1;
  expect(checkpoint.token >= holder, 'I9', `${name}: a turn that was over reported ${checkpoint.phase}`);
  const phases: readonly string[] = PHASES[before.operation];
  const done = old.checkpoint === null ? -1 : phases.indexOf(old.checkpoint.phase);
  expect(phases.indexOf(checkpoint.phase) > done, 'I4', `${name}: went back to ${checkpoint.phase}`);
}

/** Nobody's turn ends but for a reason of its own. */
function watchTurn(
  expect: Expect,
  { boot }: JobState,
  old: JobDocument,
  document: JobDocument,
  { since, now }: Times,
): void {
  const name = `document ${document.index}`;
  const isAgain = document.outcome === 'waiting' && document.errors > old.errors;
  expect(!isAgain || (document.dueAt ?? 0) > since, 'I18', `${name}: failed, and is tried again at once`);
  if (old.lease === null || old.lease.until <= now) return;
  const isTaken = document.token > old.token && document.lease === null;
  const isHeld = !isTaken && old.lease.boot === (document.lease?.boot ?? boot);
  expect(!isHeld || document.crashes <= old.crashes, 'I14', `${name}: a turn that was kept was taken as lost`);
  const isGivenUp = document.outcome === 'failed' && document.problem?.message.startsWith('Given up') === true;
  expect(!isGivenUp || document.errors > old.errors, 'I14', `${name}: given up while somebody was at it`);
}

const sameCheckpoint = (one: JobDocument, other: JobDocument): boolean =>
  one.checkpoint?.phase === other.checkpoint?.phase &&
  one.checkpoint?.token === other.checkpoint?.token &&
  one.checkpoint?.attempt === other.checkpoint?.attempt;
