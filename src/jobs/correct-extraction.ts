import type { JsonValue } from '../schema/json';
import { fields } from '../schema/walk';
import { JobError } from './errors';
import { getExtraction } from './get-extraction';
import { type ReadExtraction, readExtraction } from './get-result';
import { inTurn } from './in-turn';
import { indexFields } from './index-fields';
import { pathOf } from './path-of';
import type { Ports } from './ports';
import type { Caller, Correction, ExtractionRecord } from './records';
import { unless } from './unless';
import { valueAt } from './value-at';

export interface CorrectExtraction {
  readonly extractionId: string;
  /** At least one; fields are dotted: "seller.name". */
  readonly corrections: readonly Omit<Correction, 'at'>[];
  /** Also in the newest other extractions by the same stored schema that hold the same wrong value. */
  readonly everywhere: boolean;
}

/** How many other extractions a correction is looked for in, newest first. */
export const PROPAGATION_REACH = 100;
const LOOKED_AT_ONCE = 5;

/**
 * Writes down what a person says the fields are: they count as certain and stay through later readings of the document.
 * Does not check the values against the schema: the person is right. An empty field spreads nowhere.
 * Throws `not-found`, `invalid-request` for a field the schema does not have.
 */
export async function correctExtraction(
  ports: Ports,
  caller: Caller,
  command: CorrectExtraction,
): Promise<ReadExtraction> {
  const read = await getExtraction(ports, caller, command.extractionId);
  const known = new Set(fields(read.schema).map((field) => field.key));
  command.corrections.forEach(({ field }, position) => {
    if (known.has(field)) return;
    const message = `corrections[${position}].field: "${field}" is no field of the schema; it has ${named(known)}`;
    throw new JobError('invalid-request', message, { field: `corrections[${position}].field` });
  });

  const at = ports.clock();
  const corrections = command.corrections.map((correction) => ({ ...correction, at }));
  await writeDown(ports, read.result.extraction, corrections);
  if (command.everywhere) await spread(ports, caller, read, corrections);
  return getExtraction(ports, caller, command.extractionId);
}

/** Searches find what was corrected as soon as it is. */
async function writeDown(
  ports: Ports,
  extraction: ExtractionRecord,
  corrections: readonly Correction[],
): Promise<void> {
  await ports.extractions.correct(extraction.accountId, extraction.id, corrections);
  await indexFields(ports, extraction, [extraction]);
}

async function spread(
  ports: Ports,
  caller: Caller,
  { result, schema }: ReadExtraction,
  corrections: readonly Correction[],
): Promise<void> {
  const { schemaId, id } = result.extraction;
  if (schemaId === null) return;
  const { items } = await ports.extractions.list(caller.accountId, {
    documentId: null,
    schemaId,
    outcomes: ['completed'],
    limit: PROPAGATION_REACH,
    after: null,
    order: 'desc',
    offset: 0,
  });
  const placed = corrections.map((correction) => ({ correction, path: pathOf(schema, correction.field) }));
  const others = items.filter((other) => other.id !== id);
  await inTurn(others, LOOKED_AT_ONCE, async (other) => {
    // Its job may have expired since it was listed.
    const read = await readExtraction(ports, caller, other).catch(unless('not-found'));
    if (read === null) return;
    const { values } = read.result;
    const fitting = placed.filter(({ path }) => isSameValue(valueAt(result.values, path), valueAt(values, path)));
    if (fitting.length > 0)
      await writeDown(
        ports,
        other,
        fitting.map(({ correction }) => correction),
      );
  });
}

/** Both were assembled from schemas of one name, so their keys are in one order. */
const isSameValue = (wrong: JsonValue, other: JsonValue): boolean =>
  wrong !== null && JSON.stringify(wrong) === JSON.stringify(other);

const named = (keys: ReadonlySet<string>): string => [...keys].slice(0, 20).join(', ');
