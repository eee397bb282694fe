/** Who is told when an engine or a maker begins. */
export interface EngineCall {
  /** Name of the job. */
  readonly job: string;
  readonly filename: string;
  readonly phase: string;
}

export const engineCalls: { began: (call: EngineCall) => void } = { began: () => undefined };
