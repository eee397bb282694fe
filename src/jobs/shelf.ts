import type { EpochMs } from './job';
import type { Cursor, ListWindow } from './records';

/** What is true of everything that an account keeps to work with, whatever it is. */
export interface Kept {
  readonly id: string;
  readonly accountId: string;
  /** 1 on creation; every change adds one. */
  readonly version: number;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
}

/** A page of a list whose rows were not counted. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the page behind this one starts; null: this is the last one. */
  readonly next: Cursor | null;
  /** Where the page in front of this one ends; null: this is the first one. */
  readonly previous: Cursor | null;
}

export interface ShelfWindow extends ListWindow {
  /** Part of the name of the file that it is about, whatever the case. */
  readonly filenamePart?: string;
  /** Of that file. */
  readonly mediaType?: string;
}

/** All things of one kind, each on the shelf of what it belongs to: a project, a dataset, an account. What that is goes with it. */
export interface Shelf<Item extends Kept> {
  /** Adds them; one whose id is there is put in its place. Throws `not-found` when what they belong to has gone. */
  put(...items: readonly Item[]): Promise<void>;
  get(accountId: string, id: string): Promise<Item | null>;
  /** Takes `before`. */
  list(accountId: string, owner: string, window: ShelfWindow): Promise<Page<Item>>;
  /** Stores the next version if the stored one is still `item.version - 1`; answers whether it did. */
  update(item: Item): Promise<boolean>;
  /** Whether there was one to delete. All that belongs to it goes with it. */
  remove(accountId: string, id: string): Promise<boolean>;
  /** One that is about this document; null: none is. */
  about(accountId: string, documentId: string): Promise<Item | null>;
}
