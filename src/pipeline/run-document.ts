import type { Engine } from '../engines/engine';
import { chooseEngine } from '../engines/registry';
import type { Notice, OutputRef } from '../jobs/blob-port';
import { readDefinition } from '../jobs/choose-schema';
import { JobError, type JobProblem } from '../jobs/errors';
import type { Gate, Turn } from '../jobs/gate-port';
import type { JobRef } from '../jobs/job';
import { type EpochMs, type JobDocument, type Operation, PHASES, type Phase } from '../jobs/job';
import type { ReadOptions } from '../jobs/request';
import { logError } from '../log';
import type { Step } from '../operations/operation-step';
import { stepOf } from '../operations/registry';
import { filledFields, overallConfidence } from '../schema/assemble';
import { NO_FIELDS } from '../schema/schema-node';
import { keepTurn } from './heartbeat';
import { OpenParts } from './open-parts';
import { NOTHING_STANDS, type Standing } from './phase-work';
import type { PipelinePorts } from './pipeline-ports';
import { decideRetry } from './retry-policy';
import { runPhase } from './run-phase';

/** A turn at one document, as the gate granted it. */
export interface GrantedTurn extends Turn {
  readonly job: JobRef;
  readonly operation: Operation;
  readonly document: JobDocument;
}

/**
 * Runs the phases that are left of one document. Each phase's output is stored before the gate is told, so what is told
 * is there; a turn that ends early, however it ends, is taken up after the last phase told, in a long document after the
 * last window stored. Near `deadline` the turn is
 * handed back. Never throws for a reason of the document's: the gate is told instead. `giveWay` is awaited before
 * every phase and every window: others may go first.
 */
export async function runDocument(
  ports: PipelinePorts,
  granted: GrantedTurn,
  deadline: EpochMs,
  giveWay: () => Promise<void> = async () => undefined,
): Promise<void> {
  const gate = ports.gates.at(granted.job);
  const heartbeat = keepTurn(gate, granted, granted.document.filename);
  try {
    await Promise.race([runPhases(ports, gate, granted, deadline, heartbeat.isStopped, giveWay), heartbeat.overdue]);
  } catch (error) {
    await settleProblem(gate, granted, error);
  } finally {
    heartbeat.stop();
  }
}

async function runPhases(
  ports: PipelinePorts,
  gate: Gate,
  granted: GrantedTurn,
  deadline: EpochMs,
  isStopped: () => boolean,
  giveWay: () => Promise<void>,
): Promise<void> {
  const { job, operation, document } = granted;
  const startedAt = ports.clock();
  const request = await ports.blobs.getRequest(job);
  if (request === null) throw new JobError('extraction-failed', 'The request of this job has been deleted');
  const schema = request.schema === null ? NO_FIELDS : readDefinition(request.schema).node;
  const { instructions, pages, target, fresh, readings } = request.options;

  // A turn that goes on after another reads what that one has read again.
  const isFresh = fresh && document.checkpoint === null;
  const parts = new OpenParts(ports, { ...document, accountId: job.accountId, pages, isFresh });
  const mayGoOn = async (): Promise<boolean> => {
    await giveWay();
    if (isStopped()) return false;
    if (ports.clock() < deadline) return true;
    await gate.release(granted, 0, null);
    return false;
  };
  const engine = chooseEngine();
  let standing = await standingAt(ports, granted);
  try {
    for (const phase of phasesAfter(operation, document.checkpoint?.phase ?? null)) {
      if (!(await mayGoOn())) return;
      const step = stepOf(operation, phase);
      const done = await runPhase(
        {
          ports,
          job,
          attempt: granted.attempt,
          index: granted.index,
          filename: document.filename,
          mediaType: document.mediaType,
          sha256: document.sha256,
          phase,
          request,
          task: { engine, schema, target, instructions, readings },
          standing,
          parts,
          isStopped,
          mayGoOn,
          tell: async (phaseShare) => (await gate.renew(granted, phaseShare)) === 'go',
        },
        step,
      );
      if (done === null || isStopped()) return;
      standing = done.standing;
      const { cells, pageSizes, language } = standing;
      const output: OutputRef = { ...job, attempt: granted.attempt, index: granted.index, phase, token: granted.token };
      if (done.made?.file) await ports.blobs.putFile(output, done.made.file);
      await ports.blobs.putOutput(output, {
        cells,
        pages: pageSizes.length,
        pageSizes,
        language,
        elapsedMs: ports.clock() - startedAt,
        notices: noticesOf(step, engine, request.options),
        product: done.made?.product ?? null,
      });
      const answer = await gate.report({
        attempt: granted.attempt,
        index: granted.index,
        token: granted.token,
        phase,
        filledFields: filledFields(schema, cells).size,
        confidence: cells.length === 0 ? null : overallConfidence(schema, cells),
        pages: pages === null ? pageSizes.length : document.pages,
        language,
      });
      if (answer === 'stop') return;
    }
  } finally {
    await parts.close();
  }
}

/** What is asked in words is no wish where a step makes something: it honours what it says. */
const noticesOf = (step: Step, engine: Engine, options: ReadOptions): readonly Notice[] => {
  const honoured: readonly string[] = step.kind === 'make' ? step.honours : [];
  return engine.notices(options).filter(({ option }) => !honoured.includes(option));
};

const phasesAfter = (operation: Operation, finished: Phase | null): readonly Phase[] => {
  const phases: readonly Phase[] = PHASES[operation];
  return finished === null ? phases : phases.slice(phases.indexOf(finished) + 1);
};

/** What the phases before this turn left. Its pointer is told after it is stored, so it is there unless the job was deleted. */
async function standingAt(
  ports: PipelinePorts,
  { job, index, document: { checkpoint } }: GrantedTurn,
): Promise<Standing> {
  if (checkpoint === null) return NOTHING_STANDS;
  const output = await ports.blobs.getOutput({ ...job, ...checkpoint, index });
  if (output === null) throw new JobError('extraction-failed', 'The results so far have been deleted');
  return output;
}

async function settleProblem(gate: Gate, granted: GrantedTurn, error: unknown): Promise<void> {
  if (!(error instanceof JobError))
    logError('document run failed', error, { job: granted.job.jobId, document: granted.document.documentId });
  const problem: JobProblem =
    error instanceof JobError
      ? { code: error.code, message: error.message }
      : { code: 'internal', message: 'The document could not be worked on' };
  const decision = decideRetry(problem, granted.document.errors, Math.random());
  if (decision.kind === 'again') await gate.release(granted, decision.delayMs, problem);
  else await gate.fail(granted, problem.code === 'internal' ? { ...problem, code: 'extraction-failed' } : problem);
}
