/**
 * The request that does what was asked for: method, path, body. Pure; what the words mean is the server's to judge.
 *
 * @param {ReturnType<typeof import('./options.mjs').readOptions>} options
 */
export function toRequest({ action, id, account, name, scopes, expires, overlap, limit = '100', cursor }) {
  const query = (given) => {
    const text = new URLSearchParams({ ...(account === undefined ? {} : { account }), ...given }).toString();
    return text === '' ? '' : `?${text}`;
  };
  const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
  const self = `/v1/keys/${encodeURIComponent(id ?? '')}`;
  switch (action) {
    case 'create':
      return ['POST', '/v1/keys', { name, scopes: scopes?.split(/[\s,]+/), expires_at: expires, account }];
    case 'list':
      return ['GET', `/v1/keys${query(page)}`];
    case 'revoke':
      return ['DELETE', `${self}${query({})}`];
    case 'rotate':
      return ['POST', `${self}/rotate${query({})}`, { overlap_seconds: overlap === undefined ? 0 : Number(overlap) }];
    case 'audit':
      return ['GET', `/v1/audit${query(page)}`];
    default:
      throw new Error(`"${action}" is no action`);
  }
}
