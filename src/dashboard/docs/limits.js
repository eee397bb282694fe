/** Every limit a caller can meet. */
export const LIMITS = [
  [
    'Requests',
    '6,000 a minute for each key, unless the server is set otherwise',
    'Every answer has X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset (seconds since 1970); past it 429 with Retry-After.',
  ],
  ['Document', '32 MiB', 'A request as a whole: 33 MiB. PDF: 1,000 pages. Office files: 200 MiB unpacked.'],
  [
    'Document by URL',
    '60 seconds, 5 redirects, unless the server is set otherwise',
    'https on public hosts, port 443, 80 or from 1024. An HTML page is taken only where the URL ends in .html.',
  ],
  ['Job', '2,000 documents', ''],
  [
    'Page of a list',
    '100 rows',
    '20 unless asked otherwise. /v1/documents/filter: 500 rows, 50 unless asked otherwise.',
  ],
  ['Filter', '20 conditions, 100 values in one', 'Values are compared by their first 1,000 characters.'],
  ['Link for an upload', '1 hour', '15 minutes unless asked otherwise.'],
  [
    'Schema',
    '8,000 fields and objects, 16 levels deep',
    'The definition: 262,144 characters, 40,000 values, 1,000 choices in an enum, 200 characters in a name.',
  ],
  ['Instructions', '10,000 characters', ''],
  ['Waiting', '600 seconds on /v1/extract, 60 on ?wait', ''],
  [
    'Results',
    '7 days after a job was made or tried again, unless the server is set otherwise or it still runs',
    'Documents, schemas and fields stay; the values that fields are filtered by go with the results.',
  ],
  ['Formats', 'PDF with text, XLSX, CSV, TSV, HTML, XML, JSON, Markdown, plain text, e-mail', 'Told from the bytes.'],
];
