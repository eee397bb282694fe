import { JobError } from '../jobs/errors';
import type { EpochMs } from '../jobs/job';
import type { Limits } from '../jobs/limits';
import type { Ports } from '../jobs/ports';
import type { Caller } from '../jobs/records';
import type { Scope } from '../jobs/scope';
import type { Announcer } from '../jobs/webhooks/announcer';

/** Facts of a log line: ids, codes, numbers; never document content, keys or bodies. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Where structured lines go. */
export interface Log {
  info(event: string, facts: Facts): void;
  /** Something unexpected, whole. */
  error(event: string, error: unknown, facts: Facts): void;
}

/** Where and when something was refused: what error bodies tell beside the error. */
export interface Occasion {
  readonly requestId: string;
  /** As the dialect's vendor knows it: without a dialect prefix, without the query. */
  readonly path: string;
  readonly now: EpochMs;
}

/** What says how much of a request is taken: every handler's scope does. */
export interface Bounds {
  readonly ports: { readonly settings: { readonly limits: Pick<Limits, 'jsonNesting' | 'formParts'> } };
}

/** What every handler is given, as the bindings of its Hono app. */
export interface OpenScope {
  readonly ports: Ports;
  readonly requestId: string;
  /** The path as a log may tell it. */
  readonly loggedPath: string;
  /** This server's own origin, for absolute links. */
  readonly origin: string;
  /** The explicit dialect prefix this request came under, with its slash; empty: none. Links begin with it. */
  readonly prefix: string;
  /** When the request came in. */
  readonly receivedAt: EpochMs;
  /** Keeps the request alive for that work, also when its caller has hung up. */
  readonly later: (work: Promise<void>) => void;
  readonly log: Log;
}

/** What a handler is given that answers somebody known. */
export interface RequestScope extends OpenScope {
  readonly caller: Caller;
}

/** One vendor's way of speaking: a whole Hono app with its own errors. Knows no other dialect. */
export interface Dialect {
  /** Whether the vendor's clients send documents inside their JSON: then a body may be larger. */
  readonly hasDocumentsInJson: boolean;
  /** The API key as this vendor's clients send it; null: none was sent. */
  presentedKey(request: Request): string | null;
  /** How they send it, for people; absent: "Authorization: Bearer <key>". */
  readonly keyPlace?: string;
  /** Whether a request needs no key, like one for a secret link. */
  isOpen(method: string, path: string): boolean;
  /** What a key has to be good for. Takes the path as the vendor knows it, in any spelling. */
  scopeOf(method: string, path: string): Scope;
  /** Of its routes, as a router writes them. */
  readonly paths: readonly string[];
  /** Answers a request that needs no key. */
  fetchOpen(request: Request, scope: OpenScope): Response | Promise<Response>;
  /** Answers an authenticated request, whatever happens: errors come back in the vendor's shape. */
  fetch(request: Request, scope: RequestScope): Response | Promise<Response>;
  /** What its webhooks are sent. */
  readonly announcer: Announcer;
  /** The vendor's answer to an error that happened before its app was reached. Unknown errors become its plain 500. */
  refuse(error: unknown, occasion: Occasion): Response;
}

/** What a request brought, as the handlers of a Hono app are given it. */
interface Reached {
  readonly req: { readonly method: string; readonly path: string };
  readonly env: RequestScope;
}

/**
 * How an app ends what none of its routes answers, and whatever is thrown in one. `toldPath`: a path as an error may tell
 * it, where a secret may stand in one.
 */
export function endingsOf(refuse: Dialect['refuse'], toldPath = (path: string): string => path) {
  const occasion = ({ req: { path }, env: { requestId, ports } }: Reached): Occasion => ({
    requestId,
    path,
    now: ports.clock(),
  });
  return {
    notFound: (reached: Reached): Response => {
      const { method, path } = reached.req;
      return refuse(new JobError('not-found', `There is no ${method} ${toldPath(path)} here.`), occasion(reached));
    },
    onError: (error: unknown, reached: Reached): Response => {
      const here = occasion(reached);
      if (!(error instanceof JobError))
        reached.env.log.error('request-failed', error, { request_id: here.requestId, path: reached.env.loggedPath });
      return refuse(error, here);
    },
  };
}

/** The key of an `Authorization: Bearer <key>` header; null when there is none or another scheme. */
export function bearerKey(headers: Headers): string | null {
  const match = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '');
  return match?.[1] ?? null;
}

/** `Idempotency-Key` as sent; null: none. */
export const idempotencyKeyOf = (headers: Headers): string | null => headers.get('idempotency-key')?.trim() || null;

/** Whether a client says that it sends this request again after it got no answer. */
export const isResent = (headers: Headers): boolean => Number(headers.get('x-stainless-retry-count') ?? '0') > 0;
