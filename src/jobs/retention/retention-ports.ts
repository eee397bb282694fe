import type { EpochMs, JobRef } from '../job';

/** Bytes of an account, whatever they are called there. */
export interface ContentRef {
  readonly accountId: string;
  /** Hex. */
  readonly sha256: string;
}

/** One removal of these bytes: there may be several at once, and each sets aside and forgets what is its own. */
export interface Removal extends ContentRef {
  readonly id: string;
}

/** Whose a blob is, told by its name alone. */
export type BlobOwner =
  | ({ readonly kind: 'content' } & ContentRef)
  | ({ readonly kind: 'parsed'; readonly parserVersion: string } & ContentRef)
  | ({ readonly kind: 'job' } & JobRef);

/** A blob as a listing shows it. */
export interface StoredBlob {
  readonly name: string;
  /** null: nothing of ours; it is left alone. */
  readonly owner: BlobOwner | null;
  readonly sizeBytes: number;
  /** When it was last written. */
  readonly storedAt: EpochMs;
}

export interface BlobPage {
  readonly blobs: readonly StoredBlob[];
  readonly isLast: boolean;
}

/** The bucket from end to end. */
export interface BlobWalk {
  /** Those behind this name (null: from the start), ordered by name: account after account, its parsed documents together. */
  page(after: string | null): Promise<BlobPage>;
  /** Those that are not there are passed over. */
  remove(names: readonly string[]): Promise<void>;
  /** Jobs of which something is stored, in order of their ids and behind this one (null: from the start), at most 1,000. */
  jobsOf(accountId: string, after: string | null): Promise<readonly string[]>;
  /** Deletes whatever an account has, at most a thousand blobs. Answers how many those were. */
  removeOf(accountId: string): Promise<number>;
}

/** What is asked of rows to clear away what nobody owns, of all accounts at once: each thing is named together with its account. */
export interface UpkeepIndex {
  /** Those of which their account has no document. */
  withoutDocument(contents: readonly ContentRef[]): Promise<readonly ContentRef[]>;
  /** Those that lists do not show, or show as expired. A job that was just opened may be among them: its gate knows better. */
  notKept(jobs: readonly JobRef[]): Promise<readonly JobRef[]>;
  /** Deletes claims and grants that ran out, at most `limit` of each. */
  clearRunOut(now: EpochMs, limit: number): Promise<void>;
  /** Forgets jobs that were deleted before then, at most `limit`. */
  forgetDeletedJobs(before: EpochMs, limit: number): Promise<void>;
  /** Notes that a document with these bytes is on its way out, and they perhaps with it. */
  noteRemoval(removal: Removal, now: EpochMs): Promise<void>;
  forgetRemoval(removal: Removal): Promise<void>;
  /** Noted before then and not forgotten, at most `limit`. */
  removalsBefore(before: EpochMs, limit: number): Promise<readonly Removal[]>;
  /** Where the walk through the bucket goes on; null: from the start. */
  walkedTo(): Promise<string | null>;
  noteWalkedTo(name: string | null, now: EpochMs): Promise<void>;
}

/** An account on its way out. */
export interface AccountDeletion {
  readonly accountId: string;
  /** When something of it was last found, or looked for in vain because there was too much. */
  readonly foundAt: EpochMs;
}

/** Accounts that are being deleted. */
export interface AccountDeletions {
  /** In one transaction: notes that it is under way, revokes every key and takes back every grant. Idempotent. */
  begin(accountId: string, now: EpochMs): Promise<void>;
  /** Whether this one is among them. */
  isUnderWay(accountId: string): Promise<boolean>;
  /** The longest untouched first. */
  underWay(limit: number): Promise<readonly AccountDeletion[]>;
  /** Where something was sent for it, in order and behind this one (null: from the start), at most 1,000. */
  destinationsOf(accountId: string, after: string | null): Promise<readonly string[]>;
  /** Deletes the rows of these jobs, whatever they say. */
  removeJobs(accountId: string, jobIds: readonly string[]): Promise<void>;
  /**
   * Deletes rows of the account, some thousand of each table; its keys stay, revoked, and so does each job whose gate was not
   * told: nothing but its row may tell that there is one. Answers how many those were.
   */
  removeRows(accountId: string): Promise<number>;
  noteFound(accountId: string, now: EpochMs): Promise<void>;
  /** Deletes the keys, the account itself and the note that it is being deleted. */
  finish(accountId: string): Promise<void>;
}
