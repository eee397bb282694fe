import type { BlobStore, OutputRef, PhaseOutput, WindowOutput } from '../../src/jobs/blob-port';
import type { Gate, JobOpening } from '../../src/jobs/gate-port';
import type { JobState } from '../../src/jobs/job';
import type { JobEvent } from '../../src/jobs/job-event';
import { transition } from '../../src/jobs/lifecycle';
import { STANDARD_LIMITS } from '../../src/jobs/limits';
import { openJob } from '../../src/jobs/open-job';
import type { Ports } from '../../src/jobs/ports';
import type { JobRequest } from '../../src/jobs/request';
import { PLAIN_READING } from '../../src/jobs/request';
import { summarise } from '../../src/jobs/summary';
import { parseInParts } from '../../src/parsers/registry';
import type { PipelinePorts } from '../../src/pipeline/pipeline-ports';
import { BOOT } from './job-states';

/** What a simulated world lets a test see and break. */
export interface World {
  readonly ports: PipelinePorts;
  /** Advances with every look at it, by 1 ms. */
  now: number;
  state: () => JobState;
  apply: (event: JobEvent) => void;
  readonly outputs: Map<string, PhaseOutput>;
  /** Called before every operation with its name ("putOutput resolve", "report execute" ...); throws to break it. */
  fault: (operation: string) => void;
  readonly operations: string[];
}

/**
 * The pipeline's surroundings with the real transition inside and everything else in memory: one job, a clock that a test
 * moves, and a fault that may strike at every operation. For the protocol's logic only; the real bindings have their own tests.
 */
export function simulate(opening: JobOpening, request: Partial<JobRequest>, text: string): World {
  let state = openJob(opening, BOOT, opening.createdAt);
  const outputs = new Map<string, PhaseOutput>();
  const windows = new Map<string, WindowOutput>();
  const world: World = {
    now: 1_000,
    outputs,
    operations: [],
    fault: () => undefined,
    state: () => state,
    apply: (event) => {
      state = transition(state, event).state;
    },
    ports: {
      clock: () => world.now++,
      blobs: simulatedBlobs(),
      gates: { at: () => simulatedGate() },
      reader: simulatedReader(),
      settings: { limits: STANDARD_LIMITS },
    },
  };
  const step = (operation: string) => {
    world.operations.push(operation);
    world.fault(operation);
  };

  function simulatedGate(): Gate {
    const goOrStop = (event: JobEvent) => {
      const next = transition(state, event);
      state = next.state;
      return next.verdict.kind === 'go' ? ('go' as const) : ('stop' as const);
    };
    const unused = () => {
      throw new Error('not part of the pipeline');
    };
    return {
      open: unused,
      admit: unused,
      cancel: unused,
      remove: unused,
      retry: unused,
      eventsAfter: unused,
      extractions: unused,
      summary: async () => summarise(state, world.now),
      async lease(attempt, index) {
        step('lease');
        const next = transition(state, { kind: 'lease', attempt, index, boot: BOOT, now: world.now });
        state = next.state;
        const document = state.documents[index];
        if (next.verdict.kind === 'granted' && document)
          return { kind: 'granted', token: next.verdict.lease.token, document, operation: state.operation };
        return next.verdict.kind === 'busy' || next.verdict.kind === 'terminal' ? next.verdict : { kind: 'stale' };
      },
      async renew(turn, phaseShare) {
        step('renew');
        return goOrStop({ kind: 'renew', turn, phaseShare, now: world.now });
      },
      async report(report) {
        step(`report ${report.phase}`);
        return goOrStop({ kind: 'report', report, now: world.now });
      },
      async fail(turn, problem) {
        step('fail');
        return goOrStop({ kind: 'fail', turn, problem, now: world.now });
      },
      async release(turn, delayMs, problem) {
        step('release');
        return goOrStop({ kind: 'release', turn, delayMs, problem, now: world.now });
      },
    };
  }

  function simulatedBlobs(): BlobStore {
    const key = ({ attempt, index, phase, token }: OutputRef) => `${attempt}/${index}/${phase}.${token}`;
    const nothing = async () => undefined;
    return {
      putContent: nothing,
      getContent: async () => new TextEncoder().encode(text),
      hasContent: async () => true,
      deleteContent: nothing,
      deleteParsed: nothing,
      setAside: nothing,
      deleteAside: nothing,
      putParsed: nothing,
      getParsed: async () => null,
      putRequest: nothing,
      async getRequest() {
        step('getRequest');
        const plain = {
          jobId: opening.id,
          assignment: { operation: 'extract' },
          schema: {},
          schemaId: null,
          asked: null,
        } as const;
        return { ...plain, options: PLAIN_READING, ...request };
      },
      async putOutput(ref, output) {
        step(`putOutput ${ref.phase}`);
        outputs.set(key(ref), output);
      },
      putFile: nothing,
      getFile: async () => null,
      getOutput: async (ref) => outputs.get(key(ref)) ?? null,
      async putWindow(ref, output) {
        step(`putWindow ${ref.phase} ${ref.window}`);
        windows.set(`${ref.phase} ${ref.window}`, output);
      },
      getWindow: async (ref) => windows.get(`${ref.phase} ${ref.window}`) ?? null,
      deleteJob: nothing,
    };
  }

  function simulatedReader(): Ports['reader'] {
    return {
      mediaType: () => 'text/plain',
      refuseUnsupported: () => undefined,
      parserVersion: 'test',
      async *parse(bytes, filename, pages, from) {
        step('parse');
        for await (const { document, ...facts } of parseInParts(bytes, { filename, pages }, null, from)) {
          step('part');
          yield { ...facts, json: JSON.stringify(document) };
        }
      },
    };
  }

  return world;
}
