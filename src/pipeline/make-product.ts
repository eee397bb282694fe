import { readContent } from '../jobs/read-content';
import type { MakeStep } from '../operations/operation-step';
import type { ParsedDocument } from '../parsers/parsed-document';
import { otherWorkFirst } from '../parsers/parsed-part';
import type { OpenPart } from './open-parts';
import type { PhaseDone, PhaseWork } from './phase-work';

/** Makes the product. Null when the turn must end: what has been looked at is looked at again by the next one. */
export async function makeProduct(work: PhaseWork, step: MakeStep): Promise<PhaseDone | null> {
  const { ports, request, job, filename, mediaType, sha256, standing } = work;
  async function* parts(): AsyncGenerator<ParsedDocument> {
    for await (const part of inTurns(work)) {
      if (part === null) throw new TurnEnded();
      yield part.document;
    }
  }
  try {
    const made = await step.make(request.assignment, {
      options: request.options,
      filename,
      mediaType,
      parts,
      bytes: () => readContent(ports, { accountId: job.accountId, sha256, filename }),
    });
    return { standing, made };
  } catch (error) {
    if (error instanceof TurnEnded) return null;
    throw error;
  }
}

/** Unwinds the making of a product whose turn is over. */
class TurnEnded extends Error {}

/** The parts in order, each after a look at the clock; null in place of the first that there is no time for. */
async function* inTurns(work: PhaseWork): AsyncGenerator<OpenPart | null> {
  let pages = 0;
  for await (const part of work.parts.from(1)) {
    if (work.isStopped()) return yield null;
    yield part;
    if (part.isLast) return;
    pages += part.document.pages.length;
    await otherWorkFirst();
    if (!(await work.mayGoOn()) || !(await work.tell(part.pageCount === null ? 0 : pages / part.pageCount)))
      return yield null;
  }
}
