/** Every limit that an operator may set: what it is called, what it is unless set, and how far it may go. Pure. */
import { SCHEMA_LIMITS, type SchemaLimits } from '../schema/limits';

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

/** Unless set as high as it goes. */
const upTo = (most: number) => ({ standard: most, most });

/** README's "Limits" says what is answered past each. Those of a format or of the platform are constants where they are used. */
export const LIMITS = {
  /** Requests of one key in a minute. */
  requestsPerMinute: { setting: 'RATE_LIMIT_PER_MINUTE', standard: 6_000 },
  /** Streams of events that are open for one account at the same time. */
  eventStreams: { setting: 'EVENT_STREAMS_AT_ONCE', standard: 100 },
  /** Documents of one account that may be in the queue or at work at the same time. */
  documentsAtOnce: { setting: 'DOCUMENTS_AT_ONCE', standard: 8 },
  /** Bytes of a document: the form it came in, the bytes, and what they unfold to share 128 MB. */
  documentBytes: { setting: 'DOCUMENT_MIB', ...upTo(32), each: MIB },
  /** Bytes of a JSON body: read as one text, it takes several times its size of memory. */
  jsonBytes: { setting: 'JSON_MIB', standard: 8, most: 24, each: MIB },
  /** Bytes of a JSON body where documents come inside it, a third larger than they are. */
  jsonBytesWithDocuments: { setting: 'JSON_WITH_DOCUMENTS_MIB', ...upTo(24), each: MIB },
  /** Objects and lists of JSON inside one another: what is written back is written by a function that calls itself. */
  jsonNesting: { setting: 'JSON_NESTING', ...upTo(1_000) },
  /** Parts of a form: a file, and what is said of it. */
  formParts: { setting: 'FORM_PARTS', ...upTo(200) },
  /** Documents of one job, and of one dataset, which one job runs. */
  documentsPerJob: { setting: 'DOCUMENTS_PER_JOB', ...upTo(2_000) },
  /** URLs in one request whose documents are fetched before it is answered. */
  urlsPerRequest: { setting: 'URLS_PER_REQUEST', standard: 10, most: 40 },
  /** Webhooks of one account that hear of everything: each is told of every event. */
  webhooksListening: { setting: 'WEBHOOKS_LISTENING', ...upTo(100) },
  /** Pages of a PDF. */
  pagesPerPdf: { setting: 'PDF_PAGES', ...upTo(5_000) },
  /** Files that are read inside one document: of an archive, of a mail. */
  filesInside: { setting: 'FILES_INSIDE', ...upTo(50) },
  /** Bytes of all of them together, unpacked. */
  bytesInside: { setting: 'FILES_INSIDE_MIB', ...upTo(64), each: MIB },
  /** How deep they may lie in one another. */
  depthInside: { setting: 'FILES_INSIDE_DEPTH', ...upTo(3) },
  /** Values of one result: each weighs about half a kilobyte in memory, and as much again when it is stored. */
  valuesPerResult: { setting: 'RESULT_VALUES', ...upTo(50_000) },
  /** Characters of all names and strings of a schema; of what `$ref` leads to as well. */
  schemaCharacters: { setting: 'SCHEMA_CHARACTERS', ...upTo(SCHEMA_LIMITS.characters) },
  /** JSON values of a schema; those that `$ref` leads to as often as it does. */
  schemaValues: { setting: 'SCHEMA_VALUES', ...upTo(SCHEMA_LIMITS.values) },
  /** Nesting of a schema as given. */
  schemaNesting: { setting: 'SCHEMA_NESTING', ...upTo(SCHEMA_LIMITS.nesting) },
  /** Levels of the shape it describes. */
  schemaDepth: { setting: 'SCHEMA_DEPTH', ...upTo(SCHEMA_LIMITS.depth) },
  /** Objects, arrays and fields of that shape. */
  schemaFields: { setting: 'SCHEMA_FIELDS', ...upTo(SCHEMA_LIMITS.nodes) },
  /** `$ref` followed, all together. */
  schemaReferences: { setting: 'SCHEMA_REFERENCES', ...upTo(SCHEMA_LIMITS.references) },
  /** Values of one `enum`. */
  schemaChoices: { setting: 'SCHEMA_CHOICES', ...upTo(SCHEMA_LIMITS.choices) },
} as const satisfies Record<string, LimitSetting>;

/** How large a schema may be that comes in. */
export const schemaLimitsOf = (limits: Limits): SchemaLimits => ({
  ...SCHEMA_LIMITS,
  characters: limits.schemaCharacters,
  values: limits.schemaValues,
  nesting: limits.schemaNesting,
  depth: limits.schemaDepth,
  nodes: limits.schemaFields,
  references: limits.schemaReferences,
  choices: limits.schemaChoices,
});

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
