import { readEvents } from '../event-stream.mjs';

/** The API of one service under one key: `get`, `post` (JSON), `upload` and `events`. They throw on anything but a 2xx. */
export function createApi({ url, key }) {
  const authorization = { authorization: `Bearer ${key}` };

  async function call(method, path, { headers = {}, body } = {}) {
    const response = await fetch(`${url}${path}`, { method, headers: { ...authorization, ...headers }, body });
    if (response.ok) return response;
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  }

  const json = { 'content-type': 'application/json' };
  return {
    get: async (path) => (await call('GET', path)).json(),
    post: async (path, body) => (await call('POST', path, { headers: json, body: JSON.stringify(body) })).json(),
    async upload(filename, mediaType, bytes) {
      const form = new FormData();
      form.set('file', new Blob([bytes], { type: mediaType }), filename);
      return (await call('POST', '/v1/documents', { body: form })).json();
    },
    async *events(path) {
      yield* readEvents((await call('GET', path)).body);
    },
  };
}
