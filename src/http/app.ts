/** The front door: what every request goes through before and after its dialect. */
import { Hono } from 'hono';
import { AtWork } from '../jobs/at-work';
import { JobError } from '../jobs/errors';
import type { Allowance, Ports } from '../jobs/ports';
import { admit, admitAnyone, demandScope } from './auth';
import { bodyLimitOf, limitBody } from './body-limit';
import { corsHeaders, isPreflight, preflightHeaders } from './cors';
import type { Dialect, Log, Occasion, OpenScope } from './dialect';
import { DIALECTS } from './dialects';
import { rateLimitHeaders } from './rate-limit';
import { SECURITY_HEADERS } from './security-headers';
import { selectDialect } from './select-dialect';
import { toldPathBy } from './told-path';

const CONSOLE: Log = {
  info: () => {},
  error: (event, error, facts) =>
    console.error(
      JSON.stringify({ level: 'error', event, ...facts, error: error instanceof Error ? error.stack : error }),
    ),
};

/** Makes the fetch handler. `portsOf` is called once per request; documents that are `atWork` give way to its requests. */
export function createApp<E extends object>(
  portsOf: (env: E) => Ports,
  log: Log = CONSOLE,
  atWork: AtWork = new AtWork(),
): Hono<{ Bindings: E }> {
  const app = new Hono<{ Bindings: E }>();
  app.get('/healthz', ({ json }) => finish(json({ status: 'ok' }), `req_${crypto.randomUUID()}`, null, []));
  app.all('*', (context) => {
    const later = (work: Promise<void>) => context.executionCtx.waitUntil(work);
    return answer(context.req.raw, () => portsOf(context.env), later, log, atWork);
  });
  return app;
}

async function answer(
  request: Request,
  portsOf: () => Ports,
  later: OpenScope['later'],
  log: Log,
  atWork: AtWork,
): Promise<Response> {
  const url = new URL(request.url);
  const choice = selectDialect({
    path: url.pathname,
    hasApiKey: request.headers.has('api-key'),
    hasAccessToken: url.searchParams.has('access_token'),
  });
  const dialect: Dialect = DIALECTS[choice.dialect];
  const loggedPath = toldPath(choice.path);
  const requestId = `req_${crypto.randomUUID()}`;
  const occasion: Occasion = { requestId, path: choice.path, now: Date.now() };
  let allowance: Allowance | null = null;
  let response: Response;
  let cors: ReturnType<typeof corsHeaders> = [];
  let ended: ReturnType<AtWork['call']> = () => {};
  try {
    const ports = portsOf();
    cors = corsHeaders(ports.settings.corsOrigins, request.headers);
    if (isPreflight(request.method, request.headers)) return preflight(request, requestId, cors);
    const inner = new Request(url.origin + choice.path + url.search, request);
    const scope = {
      ports,
      requestId,
      loggedPath,
      origin: url.origin,
      prefix: choice.prefix,
      receivedAt: occasion.now,
      later,
      log,
    };
    const isOpen = dialect.isOpen(request.method, choice.path);
    const admission = isOpen
      ? await admitAnyone(ports, occasion.now)
      : await admit(ports, dialect.presentedKey(request), occasion.now, dialect.keyPlace);
    allowance = admission.allowance;
    if ('refusal' in admission) throw admission.refusal;
    refuseWebhook(request.headers);
    refuseEncoded(request);
    if ('caller' in admission) ended = atWork.call(admission.caller.accountId, occasion.now);
    if ('caller' in admission) demandScope(admission.caller, dialect.scopeOf(request.method, choice.path));
    const limited = limitBody(inner, bodyLimitOf(request.headers, ports.settings.limits, dialect, isOpen));
    response =
      'caller' in admission
        ? await dialect.fetch(limited, { ...scope, caller: { ...admission.caller, requestId } })
        : await dialect.fetchOpen(limited, scope);
  } catch (error) {
    if (!(error instanceof JobError)) {
      log.error('request-failed', error, { request_id: requestId, path: loggedPath });
    }
    response = dialect.refuse(error, occasion);
  } finally {
    ended(Date.now());
  }
  const facts = { request_id: requestId, dialect: choice.dialect, method: request.method, path: loggedPath };
  log.info('request', { ...facts, status: response.status, elapsed_ms: Date.now() - occasion.now });
  return finish(response, requestId, allowance, cors);
}

/** A webhook of ours may not set off the next one, with a key among its headers. Throws `forbidden`. */
function refuseWebhook(headers: Headers): void {
  if (!headers.has('webhook-id') || !headers.has('webhook-signature')) return;
  throw new JobError(
    'forbidden',
    'This is a webhook, and this server takes none: have them sent to a host of your own.',
  );
}

/** Throws `invalid-request`: nobody unpacks a body here. Some clients name the letters there, which packs nothing. */
function refuseEncoded({ body, headers }: Request): void {
  if (body === null || /^\s*((identity|utf-?8)\s*)?$/i.test(headers.get('content-encoding') ?? '')) return;
  throw new JobError('invalid-request', 'The body has a Content-Encoding; send it as it is, and without that header.');
}

/** The words of all dialects: a request may be sent to the wrong one. */
const toldPath = toldPathBy(Object.values<Dialect>(DIALECTS).flatMap(({ paths }) => paths));

/** Decided without a key and without looking at who asks: what it allows needs a key all the same. */
const preflight = (request: Request, requestId: string, cors: ReturnType<typeof corsHeaders>): Response =>
  finish(new Response(null, { status: 204 }), requestId, null, [...cors, ...preflightHeaders(request.headers)]);

function finish(
  response: Response,
  requestId: string,
  allowance: Allowance | null,
  cors: ReturnType<typeof corsHeaders>,
): Response {
  const finished = new Response(response.body, response);
  finished.headers.set('X-Request-Id', requestId);
  for (const [name, value] of SECURITY_HEADERS) if (!finished.headers.has(name)) finished.headers.set(name, value);
  for (const [name, value] of cors) finished.headers.append(name, value);
  if (!finished.headers.has('Cache-Control')) finished.headers.set('Cache-Control', 'no-store');
  if (allowance !== null) for (const [name, value] of rateLimitHeaders(allowance)) finished.headers.set(name, value);
  return finished;
}
