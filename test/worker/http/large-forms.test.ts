import { expect, test } from 'vitest';
import { readForm } from '../../../src/http/form';
import { STANDARD_LIMITS } from '../../../src/jobs/limits';
import { type Chance, chanceOf } from '../../support/fuzz/chance';
import { WILD_NAMES, WILD_TEXTS } from '../fuzz/wild';

const bounds = { ports: { settings: { limits: STANDARD_LIMITS } } };
const SEEDS = 400;
const LARGE = 66_000;
const NAMED = 'Content-Disposition: form-data; name="a"';

const requestOf = (contentType: string, body: Uint8Array<ArrayBuffer>): Request =>
  new Request('https://a.test/', { method: 'POST', body, headers: { 'content-type': contentType } });

test('a form with large parts says what the platform reads of it whole, however it is written', async () => {
  let read = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { contentType, body } = largeForm(chanceOf(seed));
    const [ours, theirs] = await Promise.all([
      readForm(requestOf(contentType, body), bounds).catch(() => 'refused'),
      wholeForm(requestOf(contentType, body)).catch(() => 'refused'),
    ]);
    expect(digestOf(ours), `seed ${seed}`).toEqual(digestOf(theirs));
    if (ours !== 'refused') read += 1;
  }
  expect(read).toBeGreaterThan(SEEDS / 3);
});

test('a large file is a view of the request, and no copy', async () => {
  const form = new FormData();
  form.set('schema', '{}');
  form.set('file', new File(['x'.repeat(LARGE)], 'a.txt', { type: 'text/plain' }));
  const [, [, file] = []] = await readForm(new Request('https://a.test/', { method: 'POST', body: form }), bounds);
  expect(file).toMatchObject({ filename: 'a.txt', mediaType: 'text/plain' });
  const bytes = typeof file === 'object' ? file.bytes : new Uint8Array();
  expect(bytes).toHaveLength(LARGE);
  expect(bytes.buffer.byteLength).toBeGreaterThan(LARGE);
});

test.each([
  ['has a boundary of thousands of letters', `multipart/form-data; boundary=${'-'.repeat(8000)}x`, '-'.repeat(LARGE)],
  ['has none of its boundaries', `multipart/form-data; boundary=${'-'.repeat(69)}x`, '-'.repeat(LARGE)],
  ['has a part whose headers do not end', 'multipart/form-data; boundary=b', `--b\r\nA: ${'x'.repeat(LARGE)}\r\n--b--`],
  ['does not end', 'multipart/form-data; boundary=b', `--b\r\n${NAMED}\r\n\r\n${'x'.repeat(LARGE)}`],
])('a form that %s is refused', async (_, contentType, text) => {
  const read = readForm(requestOf(contentType, new Uint8Array(new TextEncoder().encode(text))), bounds);
  await expect(read).rejects.toMatchObject({ code: 'invalid-request' });
});

async function wholeForm(request: Request): Promise<unknown> {
  return Promise.all(
    [...(await request.formData())].map(async ([name, part]) =>
      typeof part === 'string'
        ? [name, part]
        : [name, { filename: part.name, mediaType: part.type, bytes: new Uint8Array(await part.arrayBuffer()) }],
    ),
  );
}

/** Short enough to be compared and shown. */
const digestOf = (form: unknown): unknown =>
  JSON.parse(
    JSON.stringify(form, (_, value) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)),
  );

const DISPOSITIONS = ['form-data', 'attachment', ''] as const;
const ENDS = ['\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\n'] as const;

function largeForm(chance: Chance): { contentType: string; body: Uint8Array<ArrayBuffer> } {
  const boundary = chance.pick(['b', '----WebKitFormBoundaryx', 'b'.repeat(70), "'()+_,-./:=?"]);
  const parts = Array.from({ length: 1 + chance.number(4) }, () => {
    const end = chance.pick(ENDS);
    const head = [dispositionOf(chance), ...(chance.happens(0.5) ? ['Content-Type: text/plain'] : []), ''];
    return [`--${boundary}`, ...head, contentOf(boundary, chance)].join(end) + end;
  });
  const first = chance.pick(['', '', '', '', '', '', '\r\n', 'before\r\n']);
  const last = chance.pick([
    `--${boundary}--`,
    `--${boundary}--\r\n`,
    `--${boundary}--\r\nafter\r\n--${boundary}\r\n`,
    '',
  ]);
  const said = chance.pick([boundary, `"${boundary}"`, `"${boundary}"; charset=utf-8`, `${boundary}; boundary=x`]);
  return {
    contentType: `multipart/form-data; boundary=${said}`,
    body: new Uint8Array(new TextEncoder().encode(`${first}${parts.join('')}${last}`)),
  };
}

function dispositionOf(chance: Chance): string {
  const name = chance.pick(['file', 'file', 'schema', chance.pick(WILD_TEXTS)]);
  const filename = chance.happens(0.6) ? `; filename="${chance.pick(WILD_NAMES)}"` : '';
  const kind = chance.happens(0.95) ? 'form-data' : chance.pick(DISPOSITIONS);
  return `Content-Disposition: ${kind}; name="${name}"${filename}`;
}

/** What looks like the end of a part, in the midst and at the end of what may be large. */
function contentOf(boundary: string, chance: Chance): string {
  const near = [
    '\r\n',
    '\n',
    '\r',
    '\r\n\r\n',
    '\n\n',
    `--${boundary}`,
    `\r\n--${boundary.slice(0, -1)}`,
    `\r\n--`,
    'ä€',
  ];
  const filler = chance.pick(['x', '\r', '\n', '\r\n', '-', '\r\n-']);
  const some = () => chance.oneOf(near) ?? '';
  const large = chance.happens(0.6) ? filler.repeat(LARGE / filler.length) : '';
  const inside = chance.happens(0.1) ? `\r\n--${boundary}` : '';
  return `${some()}${large}${inside}${some()}${chance.happens(0.3) ? large : ''}${some()}`;
}
