import type { Owner } from './scheduler';

/** What lives in an object's memory. Its methods are called by name, as over RPC. */
export interface Inhabitant {
  alarm(): Promise<void>;
}

/** What the storage of every object holds. */
export interface Records {
  readonly alarmAt: number | null;
}

/** What an object is to the code inside it. */
export interface Dwelling<Kept> {
  readonly owner: Owner;
  read(): Kept;
  write(records: Kept): void;
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
}

/** A call that has arrived and is not answered; told when the object is gone. */
export interface Waiting {
  readonly broken: () => void;
}

/** Who called an object, to be told what came of it. */
export interface Answer<Value> {
  told(value: Value): void;
  threw(error: unknown): void;
  broken(): void;
}

/** A method that throws at once, as one that rejects. */
export function attempt<Value>(run: () => Value | Promise<Value>): Promise<Value> {
  try {
    return Promise.resolve(run());
  } catch (error) {
    return Promise.reject(error);
  }
}
