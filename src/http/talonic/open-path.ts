/** Where the bytes of an announced document are sent, with the token behind. */
export const UPLOAD_PATH = '/v1/upload';
const PRICING_PATH = '/v1/pricing';
const UPLOAD = /^\/v1\/upload\/[^/]+$/;

/** Whether a path is answered without a key. */
export const isOpenPath = (method: string, path: string): boolean =>
  method === 'GET' ? path === PRICING_PATH : (method === 'POST' || method === 'PUT') && UPLOAD.test(path);

/** Also where it is mistyped: its token is good all the same. */
const TOLD = /^\/+v1\/+upload(?:\/|%2f).*/i;

/** A path as an error may tell it: a token that stands in it is left out. */
export const toldPath = (path: string): string => path.replace(TOLD, `${UPLOAD_PATH}/…`);
