import type { JobDocument, JobState } from './job';
import type { ExtractionRecord } from './records';
import { hasEnded } from './status';

/** Rows that changed after a revision: all at the start of an attempt, then each when it has ended. */
export const extractionsSince = (state: JobState, revision: number): readonly ExtractionRecord[] =>
  state.documents
    .filter(
      (document) => document.revision > revision && (hasEnded(document) || state.startedAt === null || revision === 0),
    )
    .map((document) => toExtractionRecord(state, document));

/** Documents that came through after a revision, in the order in which they did. */
export const completedSince = (state: JobState, revision: number): readonly JobDocument[] =>
  state.documents
    .filter((document) => document.outcome === 'completed' && document.revision > revision)
    .sort((a, b) => a.revision - b.revision);

/** The row that lists of extractions are made from. */
export const toExtractionRecord = (state: JobState, document: JobDocument): ExtractionRecord => ({
  id: document.extractionId,
  accountId: state.accountId,
  jobId: state.id,
  index: document.index,
  documentId: document.documentId,
  filename: document.filename,
  schemaId: state.schemaId,
  agentId: state.agentId,
  origin: state.origin,
  attempt: document.checkpoint?.attempt ?? state.attempt,
  outcome: document.outcome,
  phase: document.checkpoint?.phase ?? null,
  token: document.checkpoint?.token ?? null,
  filledFields: document.filledFields,
  fieldCount: state.fieldCount,
  confidence: document.confidence,
  pages: document.pages,
  language: document.language,
  problem: document.problem,
  createdAt: state.createdAt,
  endedAt: document.endedAt,
});
