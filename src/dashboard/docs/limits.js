/** Every limit a caller can meet. */
export const LIMITS = [
  [
    'Requests',
    '6,000 a minute for each key, unless the server is set otherwise',
    'Every answer has X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset (seconds since 1970); past it 429 with Retry-After.',
  ],
  [
    'Event streams',
    '100 open at once for each account, unless the server is set otherwise',
    'One more is answered 429 with Retry-After.',
  ],
  [
    'Document',
    '32 MiB, unless the server is set otherwise',
    'A form as a whole: 33 MiB, 200 parts. JSON: 8 MiB, 1,000 levels deep. Larger is answered 413. PDF: 5,000 pages. What unfolds beyond measure is refused, and says so.',
  ],
  [
    'Document by URL',
    '60 seconds, 5 redirects, unless the server is set otherwise',
    'https on public hosts, port 443, 80 or from 1024. An HTML page is taken only where the URL ends in .html.',
  ],
  ['Job', '2,000 documents, unless the server is set otherwise', 'One document: 50,000 values.'],
  [
    'At once',
    '8 documents of an account, unless the server is set otherwise',
    'Further ones wait; the jobs of an account take turns. Nothing is refused.',
  ],
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
  [
    'Formats',
    'PDF and scans; Word, Excel, PowerPoint, OpenDocument, RTF; CSV, HTML, XML, JSON, YAML, Markdown, text; e-mail; archives',
    'Told from the bytes. Scans and pictures are read by text recognition.',
  ],
];
