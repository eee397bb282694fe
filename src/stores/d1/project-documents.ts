import type { JobSummary } from '../../jobs/job';
import type { ExtractionRecord } from '../../jobs/records';

/** Rows of one statement: their JSON is one bound value, which may have 2 MB, and a name of 500 characters comes twice. */
const ROWS_PER_STATEMENT = 250;

/**
 * The rows of a job in few statements: a job may have 2,000 documents, a statement at most 100 bound parameters, so the
 * rows travel as JSON text.
 */
export function projectRows(
  d1: D1Database,
  { id: jobId, revision }: Pick<JobSummary, 'id' | 'revision'>,
  extractions: readonly ExtractionRecord[],
): D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = [];
  for (let start = 0; start < extractions.length; start += ROWS_PER_STATEMENT) {
    const rows = extractions.slice(start, start + ROWS_PER_STATEMENT);
    statements.push(
      d1.prepare(PROJECT_EXTRACTIONS).bind(JSON.stringify(rows.map(withExtension)), revision, jobId),
      projectDocuments(d1, rows),
    );
  }
  return statements;
}

const withExtension = (row: ExtractionRecord) => ({
  ...row,
  extension: row.filename.includes('.') ? row.filename.slice(row.filename.lastIndexOf('.') + 1).toLowerCase() : '',
});

/** What comes late brings nothing of a deleted job back. */
const PROJECT_EXTRACTIONS = `
    INSERT INTO extractions (id, account_id, job_id, "index", document_id, filename, schema_id, attempt, outcome, phase, token,
      filled_fields, field_count, confidence, pages, language, problem_code, problem_message, created_at, ended_at, revision, agent_id, origin, extension)
    SELECT value ->> 'id', value ->> 'accountId', value ->> 'jobId', value ->> 'index', value ->> 'documentId', value ->> 'filename',
      value ->> 'schemaId', value ->> 'attempt', value ->> 'outcome', value ->> 'phase', value ->> 'token', value ->> 'filledFields',
      value ->> 'fieldCount', value ->> 'confidence', value ->> 'pages', value ->> 'language', value ->> '$.problem.code', value ->> '$.problem.message',
      value ->> 'createdAt', value ->> 'endedAt', ?2, value ->> 'agentId', value ->> 'origin', value ->> 'extension'
    FROM json_each(?1) WHERE (SELECT deleted_at FROM jobs WHERE id = ?3) IS NULL
    ON CONFLICT (id) DO UPDATE SET attempt = excluded.attempt, outcome = excluded.outcome, phase = excluded.phase, token = excluded.token,
      filled_fields = excluded.filled_fields, confidence = excluded.confidence, pages = excluded.pages, language = excluded.language,
      problem_code = excluded.problem_code, problem_message = excluded.problem_message, ended_at = excluded.ended_at, revision = excluded.revision
    WHERE excluded.revision > extractions.revision`;

/** What reading has taught about the documents themselves: pages and language, or that they cannot be read. */
function projectDocuments(d1: D1Database, extractions: readonly ExtractionRecord[]): D1PreparedStatement {
  const learnt = extractions.flatMap((extraction): readonly Learnt[] => {
    const { accountId, documentId, outcome, pages, language, problem } = extraction;
    if (outcome === 'completed')
      return [{ accountId, documentId, status: 'completed', pages, language, code: null, message: null }];
    if (problem?.code !== 'document-unreadable' && problem?.code !== 'unsupported-document') return [];
    return [{ accountId, documentId, status: 'error', pages, language, code: problem.code, message: problem.message }];
  });
  return d1.prepare(PROJECT_DOCUMENTS).bind(JSON.stringify(learnt));
}

const PROJECT_DOCUMENTS = `
    UPDATE documents SET status = learnt.status, pages = coalesce(learnt.pages, documents.pages),
      language = coalesce(learnt.language, documents.language), problem_code = learnt.code, problem_message = learnt.message
    FROM (SELECT value ->> 'accountId' AS account_id, value ->> 'documentId' AS document_id, value ->> 'status' AS status,
      value ->> 'pages' AS pages, value ->> 'language' AS language, value ->> 'code' AS code, value ->> 'message' AS message
      FROM json_each(?1)) AS learnt
    WHERE documents.id = learnt.document_id AND documents.account_id = learnt.account_id`;

interface Learnt {
  readonly accountId: string;
  readonly documentId: string;
  readonly status: 'completed' | 'error';
  readonly pages: number | null;
  readonly language: string | null;
  readonly code: string | null;
  readonly message: string | null;
}
