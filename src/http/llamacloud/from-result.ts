/** What was read as their data and metadata — pure. */
import type { ReadExtraction } from '../../jobs/get-result';
import { entriesName, entrySchema } from '../../jobs/target';
import type { JsonObject, JsonValue } from '../../schema/json';
import { strictSchema } from '../../schema/strict';
import { readAsked } from './asked';
import type { ExtractConfig } from './extract-config';
import { fieldMetadata } from './field-metadata';
import { type Asking, givesReasons, toNotices } from './notices';
import { fromOptions } from './to-options';

/** With what a job was asked, in the vendor's words whoever asked. */
export function askedOf({ request, definition, schema }: ReadExtraction): {
  readonly dataSchema: JsonObject;
  readonly config: ExtractConfig;
} {
  const asked = readAsked(request.asked);
  if (asked !== null) return { dataSchema: asked.dataSchema, config: asked.config };
  const entry = entrySchema({ definition, node: schema }, request.options.target);
  return { dataSchema: strictSchema(entry.definition), config: fromOptions(request.options) };
}

/** One object for the document, or a list of one for each page or row. */
export function dataOf({ request, result }: ReadExtraction): JsonValue {
  const name = entriesName(request.options.target);
  return name === null ? result.values : (result.values[name] ?? []);
}

export const askingOf = ({ request, result }: ReadExtraction): Asking => ({
  pagesAsked: request.options.pages?.length ?? null,
  pagesRead: result.pages,
});

/** `notices` is this server's own: what of the configuration had no effect, and why. */
export function extractionMetadata(read: ReadExtraction): JsonObject {
  const { request, result, schema } = read;
  const { config } = askedOf(read);
  const name = entriesName(request.options.target);
  const extensions = {
    citations: config.cite_sources || config.citation_bbox,
    confidence: config.confidence_scores,
    reasoning: givesReasons(config),
  };
  const notices = toNotices(result.notices, config, askingOf(read));
  return {
    field_metadata: fieldMetadata(result, schema, extensions, name === null ? [] : [name]),
    // No model has read or written anything.
    usage: { num_pages_extracted: result.pages, num_document_tokens: 0, num_output_tokens: 0 },
    notices: notices.map(({ option, message }) => ({ option, message })),
  };
}
