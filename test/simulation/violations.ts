/** What did not hold, in the words of a promise, and where. */
export interface Violation {
  /** "I1" ... */
  readonly invariant: string;
  readonly what: string;
  /** Simulated time. */
  readonly at: number;
}

/** Takes down what did not hold. */
export class Violations {
  readonly found: Violation[] = [];

  constructor(private readonly clock: () => number) {}

  report(invariant: string, what: string): void {
    if (this.found.length < 20) this.found.push({ invariant, what, at: this.clock() });
  }

  /** Reports unless it holds. */
  expect(holds: boolean, invariant: string, what: () => string): void {
    if (!holds) this.report(invariant, what());
  }
}
