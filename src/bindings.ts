import { proposeSchema } from './engines/propose/propose-schema';
import { ANNOUNCERS } from './http/announcers';
import { JobError } from './jobs/errors';
import type { Limits } from './jobs/limits';
import type { DocumentReader, Ports, SchemaProposer } from './jobs/ports';
import type { Patience } from './jobs/steadily';
import type { Outbox } from './jobs/webhooks/outbox-port';
import { newSigningSecret } from './jobs/webhooks/signing-secret';
import { logError } from './log';
import { sniffMediaType } from './parsers/media-type';
import { type CharacterReader, ReaderUnavailable } from './parsers/ocr/character-reader';
import { ParseError } from './parsers/parse-error';
import type { ParsedDocument } from './parsers/parsed-document';
import type { ReadingLimits } from './parsers/reading-limits';
import { isSupported, parseInParts, parserVersionWith } from './parsers/registry';
import { unsupportedMessage } from './parsers/unsupported';
import { settingsOf } from './settings';
import { createD1AccountDeletions } from './stores/d1/account-deletions';
import { createD1AgentIndex } from './stores/d1/agent-index';
import { createD1AuditLog } from './stores/d1/audit-log';
import { createD1DeliveryLog } from './stores/d1/delivery-log';
import { createD1DocumentIndex } from './stores/d1/document-index';
import { createD1ExtractionIndex } from './stores/d1/extraction-index';
import { createD1FieldIndex } from './stores/d1/field-index';
import { createD1GrantLedger } from './stores/d1/grant-ledger';
import { createD1JobIndex } from './stores/d1/job-index';
import { createD1KeyIndex } from './stores/d1/key-index';
import { tellingOutages } from './stores/d1/outages';
import { createD1RequestLedger } from './stores/d1/request-ledger';
import { createD1SchemaIndex } from './stores/d1/schema-index';
import { createD1Shelves } from './stores/d1/shelves';
import { createD1SigningSecrets } from './stores/d1/signing-secrets';
import { createD1SourceIndex } from './stores/d1/source-index';
import { createSteadyDatabase } from './stores/d1/steady-database';
import { createD1UpkeepIndex } from './stores/d1/upkeep-index';
import { createD1UsageIndex } from './stores/d1/usage-index';
import { createD1WebhookIndex } from './stores/d1/webhook-index';
import { createGates, type GateStub } from './stores/durable/gates';
import { createOutboxes } from './stores/durable/outboxes';
import { createRateLimiter } from './stores/durable/rate-limiter';
import { createStreamCounter } from './stores/durable/stream-counter';
import { createTurnstiles, type TurnstileStub } from './stores/durable/turnstiles';
import { createParcelQueue } from './stores/queue/parcel-queue';
import { createWorkQueue } from './stores/queue/work-queue';
import { createR2BlobStore } from './stores/r2/blob-store';
import { createR2BlobWalk } from './stores/r2/blob-walk';
import { createSteadyBlobs } from './stores/r2/steady-blobs';
import { createCourier } from './stores/web/courier';
import { createDocumentHosts } from './stores/web/document-hosts';
import { createResolver, type Fetch } from './stores/web/resolver';

/** The one place where bindings become ports. Opens nothing: cheap enough for every request. */
export function createPorts(env: Env): Ports {
  const clock = () => Date.now();
  const pause = (ms: number) => scheduler.wait(ms);
  const patience: Patience = { pause, random: Math.random };
  const settings = settingsOf(env);
  const { limits, fetchTimeoutMs, webhookTimeoutMs } = settings;
  const web = { fetch: FETCH, resolve: createResolver(env.DNS_OVER_HTTPS_URL, FETCH) };
  const d1 = createSteadyDatabase(env.DB, patience);
  return {
    clock,
    pause,
    random: Math.random,
    ids: () => crypto.randomUUID(),
    tokens: randomToken,
    limiter: createRateLimiter(env.RATE_LIMITER, limits.requestsPerMinute, clock, patience),
    streams: createStreamCounter(env.RATE_LIMITER, patience),
    blobs: createSteadyBlobs(createR2BlobStore(env.BLOBS, clock), patience),
    ...tellingOutages({
      keys: createD1KeyIndex(d1, env.BOOTSTRAP_KEY_SHA256, clock),
      documents: createD1DocumentIndex(d1),
      schemas: createD1SchemaIndex(d1),
      jobs: createD1JobIndex(d1),
      extractions: createD1ExtractionIndex(d1),
      agents: createD1AgentIndex(d1),
      grants: createD1GrantLedger(d1),
      fields: createD1FieldIndex(d1),
      sources: createD1SourceIndex(d1),
      webhooks: createD1WebhookIndex(d1),
      deliveries: createD1DeliveryLog(d1),
      signingSecrets: createD1SigningSecrets(d1, () => newSigningSecret(randomToken), clock),
      audit: createD1AuditLog(d1),
      ...createD1Shelves(d1),
      usage: createD1UsageIndex(d1),
      requests: createD1RequestLedger(d1),
      upkeep: createD1UpkeepIndex(d1),
      deletions: createD1AccountDeletions(d1),
    }),
    gates: createGates((name) => asGateStub(env.JOB_GATE.getByName(name)), patience),
    announcers: ANNOUNCERS,
    outboxes: createOutboxes((name) => asOutboxStub(env.WEBHOOK_OUTBOX.getByName(name)), patience),
    parcels: createParcelQueue(env.PARCELS),
    courier: createCourier(web, { ...settings.web, timeoutMs: webhookTimeoutMs }, clock),
    documentHosts: createDocumentHosts(web, { ...settings.web, timeoutMs: fetchTimeoutMs }),
    blobWalk: createR2BlobWalk(env.BLOBS),
    turnstiles: createTurnstiles((name) => asTurnstileStub(env.ACCOUNT_TURNSTILE.getByName(name)), patience),
    work: createWorkQueue({ normal: env.WORK_NORMAL, high: env.WORK_HIGH }),
    reader: createReader(createCharacterReader(env), limits),
    proposer: PROPOSER,
    settings,
  };
}

/** Called as a plain function: the platform's own wants no other `this`. */
const FETCH: Fetch = (url, init) => fetch(url, init);

/** 256 random bits in base64url. */
const randomToken = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const createReader = (characters: CharacterReader | null, limits: Limits): DocumentReader => ({
  mediaType: sniffMediaType,
  parserVersion: parserVersionWith(readingLimits(limits)),
  refuseUnsupported(mediaType) {
    if (!isSupported(mediaType)) throw new JobError('unsupported-document', unsupportedMessage(mediaType));
  },
  async *parse(bytes, filename, pages, from) {
    try {
      for await (const { document, ...facts } of parseInParts(
        bytes,
        { filename, pages, limits: readingLimits(limits) },
        characters,
        from,
      ))
        yield { ...facts, json: JSON.stringify(document) };
    } catch (error) {
      if (error instanceof ParseError) throw new JobError(error.code, `${filename}: ${error.message}`);
      if (error instanceof ReaderUnavailable) throw new JobError('engine-unavailable', `${filename}: ${error.message}`);
      throw error;
    }
  },
});

const readingLimits = ({ pagesPerPdf, filesInside, bytesInside, depthInside }: Limits): ReadingLimits => ({
  pages: pagesPerPdf,
  filesInside,
  bytesInside,
  depthInside,
});

/** The OCR Worker; null where this one is deployed without it. */
function createCharacterReader(env: Env): CharacterReader | null {
  const worker = asCharacterReader(env.OCR);
  if (worker === null) return null;
  return {
    async read(image, language) {
      try {
        return await worker.read(image, language);
      } catch (error) {
        logError('OCR Worker failed', error, { width: image.width, height: image.height });
        throw new ReaderUnavailable('the OCR Worker did not answer; try again');
      }
    },
  };
}

/** The types of the bindings know no methods of another Worker's; `src/ocr/index.ts` has these. */
const asCharacterReader = (binding: unknown): CharacterReader | null =>
  (binding as CharacterReader | undefined) ?? null;

const PROPOSER: SchemaProposer = {
  propose: (documents, prompt, base) => proposeSchema({ documents: parsedIn(documents), prompt, base }),
};

/** Parsed documents are written by the parsers alone, under a key with their version, so the shape is known. */
async function* parsedIn(
  documents: AsyncIterable<AsyncIterable<string>>,
): AsyncGenerator<AsyncGenerator<ParsedDocument>> {
  for await (const parts of documents) yield partsIn(parts);
}

async function* partsIn(parts: AsyncIterable<string>): AsyncGenerator<ParsedDocument> {
  for await (const json of parts) yield JSON.parse(json) as ParsedDocument;
}

/** The platform's stub types unfold every method's result beyond what the compiler follows; the objects have these methods. */
const asGateStub = (stub: unknown): GateStub => stub as GateStub;
const asTurnstileStub = (stub: unknown): TurnstileStub => stub as TurnstileStub;
const asOutboxStub = (stub: unknown): Outbox => stub as Outbox;
