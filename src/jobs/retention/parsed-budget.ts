import type { StoredBlob } from './retention-ports';

/**
 * Which parsed documents of one account are kept: those used last, as many as the budget has room for. Takes them in any
 * order, a page at a time, and never holds more than the budget's worth and a page; whatever it gives back is beyond the budget
 * however the rest turns out.
 */
export class ParsedBudget {
  readonly #bytes: number;
  #accountId: string | null = null;
  #kept: StoredBlob[] = [];

  /** `bytes`: what one account may have. */
  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** Adds blobs of an account; another account begins anew. Answers those that are to go. */
  over(accountId: string, blobs: readonly StoredBlob[]): readonly StoredBlob[] {
    if (accountId !== this.#accountId) this.#kept = [];
    this.#accountId = accountId;
    const newestFirst = [...this.#kept, ...blobs].sort((a, b) => b.storedAt - a.storedAt || (a.name < b.name ? -1 : 1));
    let fitting = 0;
    for (let used = 0; fitting < newestFirst.length; fitting += 1) {
      used += newestFirst[fitting]?.sizeBytes ?? 0;
      if (used > this.#bytes) break;
    }
    this.#kept = newestFirst.slice(0, fitting);
    return newestFirst.slice(fitting);
  }
}
