import { expect, test } from 'vitest';
import { DIALECT_NAMES, EACH_DIALECT } from '../../support/dialects';
import { REFUSAL_SHAPES } from '../fuzz/refusal-shapes';
import { fetchWorker, newAccount } from './account';

const PATHS = { talonic: '/v1/schemas', retab: '/v1/projects', llamacloud: '/api/v1/extraction/extraction-agents' };

const packed = (text: string): Promise<ArrayBuffer> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

test.each(DIALECT_NAMES)(
  '%s: a body that is sent packed is refused by the name of what it should not have',
  async (name) => {
    const { key } = await newAccount();
    const send = async (encoding: string, body: BodyInit) =>
      fetchWorker(`/${name}${PATHS[name]}`, {
        method: 'POST',
        headers: {
          ...EACH_DIALECT[name].keyHeaders(key),
          'content-type': 'application/json',
          'content-encoding': encoding,
        },
        body,
      });
    const refused = await send('gzip', await packed('{"name":"a"}'));
    const text = await refused.text();
    expect([refused.status, text]).toEqual([name === 'retab' ? 422 : 400, expect.stringContaining('Content-Encoding')]);
    expect(REFUSAL_SHAPES[name].safeParse(JSON.parse(text)).success).toBe(true);
    for (const encoding of ['identity', 'utf-8'])
      expect(await (await send(encoding, '{"name":"a"}')).text()).not.toContain('Content-Encoding');
  },
);
