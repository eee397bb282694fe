import { assemble } from '../schema/assemble';
import { applyCorrections } from './apply-corrections';
import { readDefinition } from './choose-schema';
import { type FieldRecord, type FieldValue, fieldIdOf } from './field';
import { fieldColumns, readValue } from './field-entries';
import { inTurn } from './in-turn';
import type { JobRef } from './job';
import type { Ports } from './ports';
import type { ExtractionRecord } from './records';

const READS_AT_ONCE = 5;

/**
 * Writes down what documents of one job have for each field of its schema, corrections included, so that they can be
 * searched by it. Results of many entries (pages, rows) have no fields of the document and are left out. Running it
 * again changes nothing; where a newer extraction has spoken, neither.
 */
export async function indexFields(
  ports: Pick<Ports, 'blobs' | 'extractions' | 'fields' | 'clock'>,
  ref: JobRef,
  extractions: readonly ExtractionRecord[],
): Promise<void> {
  const request = await ports.blobs.getRequest(ref);
  if (
    request === null ||
    request.schema === null ||
    request.options.target === 'page' ||
    request.options.target === 'table-row'
  )
    return;
  const { accountId } = ref;
  const { node } = readDefinition(request.schema);
  const now = ports.clock();
  const columns = await Promise.all(
    fieldColumns(node).map(async (column) => ({ column, id: await fieldIdOf(accountId, column.canonicalName) })),
  );
  const records = columns.map(({ column: { paths: _paths, ...facts }, id }): FieldRecord => {
    return { ...facts, id, accountId, occurrences: 0, createdAt: now, updatedAt: now };
  });
  const corrections = await ports.extractions.corrections(
    accountId,
    extractions.map(({ id }) => id),
  );
  const values = await inTurn(extractions, READS_AT_ONCE, async (extraction): Promise<FieldValue[]> => {
    const { attempt, index, phase, token, id: extractionId, documentId, createdAt: at } = extraction;
    if (phase === null || token === null) return [];
    const output = await ports.blobs.getOutput({ ...ref, attempt, index, phase, token });
    if (output === null) return [];
    const read = applyCorrections(node, assemble(node, output.cells), corrections.get(extractionId) ?? []);
    return columns.map(({ column, id }) => ({
      ...readValue(read, column),
      fieldId: id,
      documentId,
      extractionId,
      at,
    }));
  });
  await ports.fields.put(accountId, records, values.flat());
}
