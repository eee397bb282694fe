/** Requests as Python's httpx writes them, header for header: what the vendors' Python SDKs send with. */
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { Answer } from './client';
import type { Upload } from './documents';

export interface HttpxRequest {
  /** Header lines after the ones that httpx itself writes; one of the same name takes its place. */
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: {
    readonly fields: Readonly<Record<string, string>>;
    readonly file: Upload;
    /** Name of the file's part; "file" unless said. */
    readonly part?: string;
  };
}

/** A POST without any body says so by its length, and a GET says nothing. */
export async function sendAsHttpx<Body>(
  method: string,
  url: string,
  { headers, json, form }: HttpxRequest,
): Promise<Answer<Body>> {
  const { content, contentType } = form === undefined ? asJson(json) : asMultipart(form);
  const own = {
    accept: '*/*',
    'accept-encoding': 'gzip, deflate',
    connection: 'keep-alive',
    'user-agent': 'python-httpx/0.28.1',
    ...headers,
    ...(contentType === null ? {} : { 'content-type': contentType }),
    ...(method === 'GET' || method === 'DELETE' ? {} : { 'content-length': String(content.length) }),
  };
  const sent = request(url, { method, headers: own });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    sent
      .once('response', resolve)
      .once('error', reject)
      .end(content.length === 0 ? undefined : content);
  });
  const text = await textOf(answer);
  const lines = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  // What it is the test that reads it says.
  const body = (text === '' ? null : JSON.parse(text)) as Body;
  return { status: answer.statusCode ?? 0, headers: new Headers(lines), body };
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const bytes = await buffer(answer);
  const isPacked = answer.headers['content-encoding'] === 'gzip' && bytes.length > 0;
  return new TextDecoder().decode(isPacked ? gunzipSync(bytes) : bytes);
}

interface Content {
  readonly content: Buffer;
  readonly contentType: string | null;
}

const asJson = (json: unknown): Content =>
  json === undefined
    ? { content: Buffer.alloc(0), contentType: null }
    : { content: Buffer.from(JSON.stringify(json)), contentType: 'application/json' };

/** Fields first, without a type of their own; then the file. */
function asMultipart({ fields, file, part = 'file' }: NonNullable<HttpxRequest['form']>): Content {
  const boundary = '0f8a2c6d4b1e93750f8a2c6d4b1e9375';
  const head = (disposition: string): string => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}`;
  const parts = Object.entries(fields).map(([name, value]) => `${head(`name="${name}"`)}\r\n\r\n${value}\r\n`);
  const opening = `${head(`name="${part}"; filename="${file.filename}"`)}\r\nContent-Type: ${file.mediaType}\r\n\r\n`;
  const content = Buffer.concat([
    Buffer.from(parts.join('') + opening),
    file.bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { content, contentType: `multipart/form-data; boundary=${boundary}` };
}
