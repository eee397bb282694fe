import { curl, DOCUMENT, EXTRACTION, JOB, noSuch, PROVENANCE } from './examples.js';

/** One document, waited for. */
export const EXTRACT = {
  title: 'Extract',
  about:
    'The short way: one document and a schema in, its values out, in one call. Without a schema one is made of what the document shows.',
  routes: [
    {
      method: 'POST',
      path: '/v1/extract',
      about:
        'Extracts one document and waits for it, at most 600 seconds. Send the file itself as multipart/form-data, or JSON that names a stored document or a URL. An identical request within ten minutes joins the job of the first.',
      parameters: [
        ['file', 'form', 'The document. Exactly one of file, document_id and file_url.'],
        ['document_id', 'form or JSON', 'UUID of a stored document.'],
        ['file_url', 'form or JSON', 'Where the document lies: an https URL on a public host.'],
        [
          'webhook_url',
          'form or JSON',
          'Where to tell of this job alone: an https URL on a public host. Signed with the secret of the account.',
        ],
        [
          'webhook_events',
          'form or JSON',
          'What to tell; extraction.complete, extraction.failed and job.cancelled unless said.',
        ],
        [
          'schema',
          'form or JSON',
          'What to look for: JSON Schema, {"field": "type"} or a list of fields. Either this or schema_id, or neither: then what the document shows, or what the instructions name, is asked for, and the answer has the schema.',
        ],
        ['schema_id', 'form or JSON', 'UUID or short id of a stored schema.'],
        ['instructions', 'form or JSON', 'Advice to the engine, at most 10,000 characters.'],
        ['include_markdown', 'form or JSON', 'true: the answer has the text of the document as Markdown.'],
        ['options.page_range', 'form or JSON', 'Pages to read, such as "1-5" or "1,3,7-10".'],
        ['options.async', 'form or JSON', 'true: answers 202 with the job at once.'],
        ['Idempotency-Key', 'header', 'Repeats with this key within 24 hours join the first request.'],
      ],
      curl: curl(
        '/v1/extract',
        '-F file=@invoice.pdf',
        `-F 'schema={"invoice_number":"string","total_gross":"number"}'`,
      ),
      status: 200,
      answer: {
        extraction_id: EXTRACTION,
        request_id: 'req_98ff7d03-6732-421e-9291-a0254b24e539',
        status: 'complete',
        document: {
          id: DOCUMENT,
          filename: 'invoice.pdf',
          pages: 1,
          size_bytes: 2765,
          mime_type: 'application/pdf',
          type_detected: null,
          language_detected: 'en',
        },
        data: { invoice_number: 'BW-2026-0417', total_gross: 1425 },
        schema: { source: 'inline', id: null, definition: { type: 'object', properties: '...' } },
        confidence: { overall: 0.799, fields: { invoice_number: 0.912, total_gross: 0.686 } },
        provenance: { invoice_number: PROVENANCE.invoice_number },
        validation_flags: [],
        locked_fields: [],
        processing: { duration_ms: 34, pages_processed: 1, region: 'local' },
        job_id: JOB,
        links: {
          self: `/v1/extractions/${EXTRACTION}`,
          data: `/v1/extractions/${EXTRACTION}/data`,
          document: `/v1/documents/${DOCUMENT}`,
          dashboard: `{origin}/jobs/${JOB}`,
          job: `/v1/jobs/${JOB}`,
        },
      },
      errors: [
        [
          400,
          'VALIDATION_ERROR',
          'A schema that is none, no schema for a document in which nothing is recognised, none or several sources, or a URL that may not be asked.',
        ],
        noSuch('document or schema'),
        [422, 'VALIDATION_ERROR', 'The Idempotency-Key was used for another request.'],
        [413, 'FILE_TOO_LARGE', 'The file is larger than 32 MiB.'],
        [422, 'EXTRACTION_FAILED', 'The format is not supported, or the job ended without a result.'],
        [422, 'OCR_FAILED', 'The document cannot be read: encrypted, cut off or damaged.'],
        [504, 'EXTRACTION_TIMEOUT', 'Not done after 600 seconds. The job goes on: read it by its id.'],
      ],
    },
  ],
};
