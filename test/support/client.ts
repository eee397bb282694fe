/** What a caller of the API sees: the status, the headers and the parsed body. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface CallOptions {
  readonly json?: unknown;
  readonly form?: FormData;
  /** A body sent as it is, under `content-type: application/json`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls one server with one key. */
export interface Client {
  call<Body>(method: string, path: string, options?: CallOptions): Promise<Answer<Body>>;
  /** As `call`; throws unless the answer is a 2xx. */
  ok<Body>(method: string, path: string, options?: CallOptions): Promise<Body>;
  /** The bare response of a GET, for streams. */
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export function createClient(url: string, key: string): Client {
  const authorization = { authorization: `Bearer ${key}` };

  async function call<Body>(method: string, path: string, options: CallOptions = {}): Promise<Answer<Body>> {
    const asJson = options.json !== undefined || options.text !== undefined;
    const headers = { ...authorization, ...(asJson ? { 'content-type': 'application/json' } : {}), ...options.headers };
    const body = options.form ?? options.text ?? (options.json === undefined ? null : JSON.stringify(options.json));
    const response = await fetch(`${url}${path}`, { method, headers, body });
    return { status: response.status, headers: response.headers, body: asBody<Body>(await response.text()) };
  }

  async function ok<Body>(method: string, path: string, options?: CallOptions): Promise<Body> {
    const answer = await call<Body>(method, path, options);
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }

  return {
    call,
    ok,
    open: (path, headers = {}) => fetch(`${url}${path}`, { headers: { ...authorization, ...headers } }),
  };
}

// The test that reads it says what it expects there, and fails where it is not.
function asBody<Body>(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return text as Body;
  }
}
