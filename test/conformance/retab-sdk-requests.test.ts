/** That what stands in for Retab's SDKs writes what they write: https://github.com/retab-dev/retab, clients/. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RequestMirror, startRequestMirror } from '../support/request-mirror';
import { type RetabSdk, retabNode, retabPython } from '../support/retab-sdk';
import { tapWire } from '../support/wire-tap';

const JOB = '/v1/jobs/job_a';
const FILTERS = { document_type: ['pdf', 'png'], metadata: { batch: 'b 7', who: 'x' }, include_request: false };

let mirror: RequestMirror;
beforeAll(async () => {
  mirror = await startRequestMirror();
});
afterAll(() => mirror?.close());

describe('What stands in for Retab for Node', () => {
  let sdk: RetabSdk;
  beforeAll(() => {
    sdk = retabNode(tapWire(), `${mirror.url}/v1`, 'k');
  });

  it('sends its key, and an empty object where there is nothing to say', async () => {
    await sdk.cancel('job_a');
    expect(mirror.last()).toMatchObject({
      line: `POST ${JOB}/cancel`,
      headers: { 'api-key': 'k', 'content-type': 'application/json', 'content-length': '2', 'user-agent': 'node' },
      body: '{}',
    });
  });

  it('always says what a retrieve includes', async () => {
    await sdk.retrieve('job_a');
    expect(mirror.last()).toMatchObject({ line: `GET ${JOB}?include_request=false&include_response=false`, body: '' });
    expect(mirror.last().headers['content-type']).toBeUndefined();
  });

  it('joins lists with commas and always sends limit and order', async () => {
    await sdk.list(FILTERS);
    const asked = 'limit=20&order=desc&document_type=pdf%2Cpng&include_request=false';
    const metadata = '%7B%22batch%22%3A%22b+7%22%2C%22who%22%3A%22x%22%7D';
    expect(mirror.last().line).toBe(`GET /v1/jobs?${asked}&metadata=${metadata}`);
  });
});

describe('What stands in for Retab for Python', () => {
  let sdk: RetabSdk;
  beforeAll(() => {
    sdk = retabPython(`${mirror.url}/v1`, 'k');
  });

  it('says that it sends JSON, and sends nothing', async () => {
    await sdk.cancel('job_a');
    const { line, headers, body } = mirror.last();
    expect({ line, headers, body }).toEqual({
      line: `POST ${JOB}/cancel`,
      headers: {
        host: new URL(mirror.url).host,
        accept: '*/*',
        'accept-encoding': 'gzip, deflate',
        connection: 'keep-alive',
        'user-agent': 'python-httpx/0.28.1',
        'api-key': 'k',
        'content-type': 'application/json',
        'content-length': '0',
      },
      body: '',
    });
  });

  it('repeats the key of a list, and writes JSON with blanks', async () => {
    await sdk.list(FILTERS);
    const metadata = '%7B%22batch%22%3A+%22b+7%22%2C+%22who%22%3A+%22x%22%7D';
    expect(mirror.last().line).toBe(
      `GET /v1/jobs?limit=20&order=desc&include_request=false&metadata=${metadata}&document_type=pdf&document_type=png`,
    );
  });
});
