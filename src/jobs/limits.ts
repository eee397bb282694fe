/** Every limit that an operator may set: what it is called, what it is unless set, and how far it may go. Pure. */

const MIB = 1024 * 1024;

/** One limit as `wrangler.toml` has it. */
export interface LimitSetting {
  /** The variable that sets it. */
  readonly setting: string;
  /** What it is where nothing is set, in the unit of the setting. */
  readonly standard: number;
  /** What it may be set to at most: what one isolate was measured to bear; absent: as much as one likes. */
  readonly most?: number;
  /** How many bytes, fields, pages ... one of the setting stands for; absent: one. */
  readonly each?: number;
}

/** README's "Limits" says what is answered past each. Those of a format or of the platform are constants where they are used. */
export const LIMITS = {
  /** Requests of one key in a minute. */
  requestsPerMinute: { setting: 'RATE_LIMIT_PER_MINUTE', standard: 6_000 },
  /** Streams of events that are open for one account at the same time. */
  eventStreams: { setting: 'EVENT_STREAMS_AT_ONCE', standard: 100 },
  /** Documents of one account that may be in the queue or at work at the same time. */
  documentsAtOnce: { setting: 'DOCUMENTS_AT_ONCE', standard: 8 },
  /** Bytes of a document: the form it came in, the bytes, and what they unfold to share 128 MB. */
  documentBytes: { setting: 'DOCUMENT_MIB', standard: 32, most: 32, each: MIB },
  /** Bytes of a JSON body. */
  jsonBytes: { setting: 'JSON_MIB', standard: 8, most: 24, each: MIB },
  /** Bytes of a JSON body where documents come inside it. */
  jsonBytesWithDocuments: { setting: 'JSON_WITH_DOCUMENTS_MIB', standard: 24, most: 24, each: MIB },
  /** Objects and lists of a JSON body inside one another. */
  jsonNesting: { setting: 'JSON_NESTING', standard: 200, most: 200 },
  /** Parts of a form. */
  formParts: { setting: 'FORM_PARTS', standard: 200, most: 10_000 },
  /** Documents of one job, and of one dataset, which one job runs. */
  documentsPerJob: { setting: 'DOCUMENTS_PER_JOB', standard: 2_000, most: 2_000 },
  /** URLs in one request whose documents are fetched before it is answered. */
  urlsPerRequest: { setting: 'URLS_PER_REQUEST', standard: 10, most: 40 },
  /** Webhooks of one account that hear of everything: each is told of every event. */
  webhooksListening: { setting: 'WEBHOOKS_LISTENING', standard: 100, most: 1_000 },
  /** Pages of a PDF. */
  pagesPerPdf: { setting: 'PDF_PAGES', standard: 5_000, most: 5_000 },
  /** Files that are read inside one document: of an archive, of a mail. */
  filesInside: { setting: 'FILES_INSIDE', standard: 50, most: 50 },
  /** Bytes of all of them together, unpacked. */
  bytesInside: { setting: 'FILES_INSIDE_MIB', standard: 64, most: 64, each: MIB },
  /** How deep they may lie in one another. */
  depthInside: { setting: 'FILES_INSIDE_DEPTH', standard: 3, most: 3 },
  /** Values of one result: each weighs about half a kilobyte in memory, and as much again when it is stored. */
  valuesPerResult: { setting: 'RESULT_VALUES', standard: 50_000, most: 50_000 },
  /** Characters of all names and strings of a schema; of what `$ref` leads to as well. */
  schemaCharacters: { setting: 'SCHEMA_CHARACTERS', standard: 262_144, most: 262_144 },
  /** JSON values of a schema; those that `$ref` leads to as often as it does. */
  schemaValues: { setting: 'SCHEMA_VALUES', standard: 40_000, most: 40_000 },
  /** Nesting of a schema as given. */
  schemaNesting: { setting: 'SCHEMA_NESTING', standard: 64, most: 64 },
  /** Levels of the shape it describes. */
  schemaDepth: { setting: 'SCHEMA_DEPTH', standard: 16, most: 16 },
  /** Objects, arrays and fields of that shape. */
  schemaFields: { setting: 'SCHEMA_FIELDS', standard: 8_000, most: 8_000 },
  /** `$ref` followed, all together. */
  schemaReferences: { setting: 'SCHEMA_REFERENCES', standard: 1_000, most: 1_000 },
  /** Values of one `enum`. */
  schemaChoices: { setting: 'SCHEMA_CHOICES', standard: 1_000, most: 1_000 },
} as const satisfies Record<string, LimitSetting>;

export type LimitName = keyof typeof LIMITS;

/** What holds here, in the units that the names say. */
export type Limits = Readonly<Record<LimitName, number>>;

/** The variables of a deployment, by name. */
export type LimitVars = Readonly<Partial<Record<(typeof LIMITS)[LimitName]['setting'], string>>>;

/** Throws an `Error` that names the setting, what was wrong with it, and what would be right. */
export function readLimits(vars: LimitVars): Limits {
  const read = ({ setting, standard, most = Number.MAX_SAFE_INTEGER, each = 1 }: LimitSetting, text?: string) => {
    if (text === undefined) return standard * each;
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= most) return value * each;
    const range = most === Number.MAX_SAFE_INTEGER ? 'from 1' : `from 1 to ${most}`;
    throw new Error(`${setting}: "${text}" is no whole number ${range}; set it in wrangler.toml`);
  };
  return mapped((limit) => read(limit, vars[limit.setting]));
}

/** Where nothing is set. */
export const STANDARD_LIMITS: Limits = readLimits({});

function mapped(value: (limit: (typeof LIMITS)[LimitName]) => number): Limits {
  const named = Object.entries(LIMITS).map(([name, limit]) => [name, value(limit)] as const);
  // `Object.entries` forgets that these are all the names.
  return Object.fromEntries(named) as Limits;
}
