import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * What the service says about one document of a set: `{ data, cells, text, pages, elapsedMs, error }`. `cells` has what is
 * said of each value by its place ("line_items[0].amount"): `{ confidence, source, flags }`. A document that is refused has no data and the reason in `error`.
 */
export async function answerFor({ url, key }, folder, { file, mime, schema }) {
  try {
    const form = new FormData();
    form.set('file', new Blob([await readFile(join(folder, file))], { type: mime }), basename(file));
    form.set('schema', JSON.stringify(schema));
    form.set('include_markdown', 'true');
    const headers = { authorization: `Bearer ${key}` };
    const response = await fetch(`${url}/v1/extract`, { method: 'POST', headers, body: form });
    const body = await response.json();
    return response.ok ? fromExtracted(body) : unanswered(`${response.status}: ${JSON.stringify(body)}`);
  } catch (error) {
    return unanswered(`${error.message}${error.cause ? ` (${error.cause.message})` : ''}`);
  }
}

function fromExtracted({ data, provenance, validation_flags, markdown, processing }) {
  return {
    data,
    cells: Object.fromEntries(
      Object.entries(provenance).map(([place, { confidence, source }]) => {
        const flags = validation_flags.filter(({ field }) => field === place).map(({ code }) => code);
        return [place, { confidence, source, flags }];
      }),
    ),
    text: markdown ?? '',
    pages: processing.pages_processed ?? null,
    elapsedMs: processing.duration_ms ?? null,
    error: null,
  };
}

const unanswered = (error) => ({
  data: null,
  cells: {},
  text: '',
  pages: null,
  elapsedMs: null,
  error,
});
