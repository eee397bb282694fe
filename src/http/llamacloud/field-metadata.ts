/** https://developers.llamaindex.ai — LlamaExtract, metadata extensions: a tree beside the data — pure. */

import type { PageSize } from '../../jobs/blob-port';
import type { DocumentResult } from '../../jobs/get-result';
import { pathOf } from '../../jobs/path-of';
import type { Cell, Citation } from '../../schema/cell';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../schema/json';
import type { ObjectNode } from '../../schema/schema-node';

/** What is to be told of each value. */
export interface Extensions {
  readonly citations: boolean;
  readonly confidence: boolean;
  readonly reasoning: boolean;
}

type Path = readonly (string | number)[];

/** Longest piece of a document in a sentence about it, in characters. */
const QUOTED = 200;

/**
 * The evidence of what stands at a path of the values, in the same tree: an entry at each value, none where there is no
 * value. Without extensions every object is empty.
 */
export function fieldMetadata(
  { values, cells, corrections, pageSizes }: DocumentResult,
  schema: ObjectNode,
  extensions: Extensions,
  place: Path,
): JsonValue {
  const cellAt = new Map(cells.map((cell) => [JSON.stringify(cell.path), cell]));
  const corrected = corrections.map(({ field }) => pathOf(schema, field));
  const sizes = new Map(pageSizes.map((size) => [size.number, size]));
  const isEmpty = !Object.values(extensions).some(Boolean);

  function below(value: JsonValue | undefined, path: Path): JsonValue | undefined {
    if (value === null || value === undefined) return undefined;
    if (isJsonArray(value)) return value.map((entry, index) => below(entry, [...path, index]) ?? {});
    if (isJsonObject(value)) {
      if (isEmpty) return {};
      const members = Object.entries(value).map(([name, inner]) => [name, below(inner, [...path, name])] as const);
      return Object.fromEntries(members.filter((member): member is readonly [string, JsonValue] => !!member[1]));
    }
    if (corrected.some((field) => field.every((name, index) => name === path[index]))) return byHand(extensions);
    const cell = cellAt.get(JSON.stringify(path));
    return cell === undefined ? {} : ofCell(cell, extensions, sizes);
  }

  const whole = place.reduce<JsonValue | undefined>(
    (inner, name) => (isJsonObject(inner) ? inner[name] : undefined),
    values,
  );
  return below(whole, place) ?? {};
}

const ofCell = (cell: Cell, extensions: Extensions, sizes: ReadonlyMap<number, PageSize>): JsonObject => ({
  ...(extensions.citations ? { citation: cell.citations.map((citation) => ofCitation(citation, sizes)) } : {}),
  ...(extensions.confidence ? { extraction_confidence: cell.confidence, confidence: cell.confidence } : {}),
  ...(extensions.reasoning ? { reasoning: reasoningOf(cell) } : {}),
});

/** A person is certain. */
const byHand = ({ confidence, reasoning }: Extensions): JsonObject => ({
  ...(confidence ? { extraction_confidence: 1, confidence: 1 } : {}),
  ...(reasoning ? { reasoning: 'CORRECTED BY HAND' } : {}),
});

/** In points from the top left of the page. A size that is not known is left out: clients take no null here. */
function ofCitation({ page, box, text }: Citation, sizes: ReadonlyMap<number, PageSize>): JsonObject {
  const size = sizes.get(page);
  return {
    page,
    matching_text: text,
    bounding_boxes: [{ x: round(box.x), y: round(box.y), w: round(box.width), h: round(box.height) }],
    ...(size === undefined ? {} : { page_dimensions: { width: size.width, height: size.height } }),
  };
}

function reasoningOf({ value, citations: [{ text }], source, filledBy, flags }: Cell): string {
  const isVerbatim = text.includes(String(value));
  return [
    isVerbatim ? 'VERBATIM EXTRACTION' : `Written as the schema asks; printed as "${text.slice(0, QUOTED)}"`,
    `found by ${source}${filledBy === 'reread' ? ', read again' : ''}`,
    ...flags.map(({ message }) => message),
  ].join('; ');
}

/** Hundredths of a point: finer than any printer. */
const round = (points: number): number => Math.round(points * 100) / 100;
