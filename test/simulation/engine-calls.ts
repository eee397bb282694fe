/** What an engine or a maker is told to do. */
export interface EngineCall {
  /** Name of the job. */
  readonly job: string;
  readonly filename: string;
  readonly phase: string;
}

export interface EngineCalls {
  began: (call: EngineCall) => void;
  /** How many readings there were: each says of what it read which one it is. */
  readings: number;
  /** How long one takes; null: no time at all. */
  lasts: (() => Promise<void>) | null;
}

export const engineCalls: EngineCalls = { began: () => undefined, readings: 0, lasts: null };
