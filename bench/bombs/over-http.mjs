import { benchKey } from '../one-page-jobs.mjs';
import { MAIL_BOMBS } from './mail-bombs.mjs';
import { OFFICE_BOMBS } from './office-bombs.mjs';
import { OLE_BOMBS } from './ole-bombs.mjs';
import { PATTERN_BOMBS } from './pattern-bombs.mjs';
import { PDF_BOMBS } from './pdf-bombs.mjs';
import { PICTURE_BOMBS } from './picture-bombs.mjs';
import { SCHEMA_BOMBS } from './schema-bombs.mjs';
import { TEXT_BOMBS } from './text-bombs.mjs';
import { ZIP_BOMBS } from './zip-bombs.mjs';

const SCHEMA = JSON.stringify({ invoice_number: 'string', total_gross: 'number' });

/**
 * What a caller sends to set each bomb off, by kind and name: `{ path, method, headers, body }`. Files are extracted,
 * schemas stored, patterns asked for in the filter of a list.
 */
export const REQUESTS = {
  zip: files(ZIP_BOMBS),
  pdf: files(PDF_BOMBS, 'bomb.pdf'),
  schema: mapped(SCHEMA_BOMBS, (make) => ({
    path: '/v1/schemas',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"name":"bomb","definition":${jsonOf(make())}}`,
  })),
  pattern: mapped(PATTERN_BOMBS, (pattern) => ({
    path: `/retab/v1/jobs?filename_regex=${encodeURIComponent(pattern)}`,
    method: 'GET',
    headers: { 'api-key': benchKey },
  })),
  picture: files(PICTURE_BOMBS),
  text: files(TEXT_BOMBS),
  mail: files(MAIL_BOMBS),
  ole: files(OLE_BOMBS),
  office: files(OFFICE_BOMBS),
};

/** Each made when it is sent: all together would not fit into memory. */
function mapped(bombs, request) {
  return Object.entries(bombs).map(([name, bomb]) => ({ name, make: () => request(bomb, name) }));
}

function files(bombs, filename = null) {
  return mapped(bombs, (make, name) => {
    const body = new FormData();
    body.set('file', new Blob([make()]), filename ?? name);
    body.set('schema', SCHEMA);
    return { path: '/v1/extract', method: 'POST', body };
  });
}

/** As `JSON.stringify`, of values nested so deep that it would exhaust its stack. A number beyond all numbers stays one. */
function jsonOf(value) {
  const parts = [];
  const pending = [{ value }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.text !== undefined) parts.push(next.text);
    else if (next.value === Number.POSITIVE_INFINITY) parts.push('1e999');
    else if (next.value === null || typeof next.value !== 'object') parts.push(JSON.stringify(next.value));
    else for (const piece of piecesOf(next.value).reverse()) pending.push(piece);
  }
  return parts.join('');
}

function piecesOf(value) {
  const isList = Array.isArray(value);
  const inside = Object.entries(value).flatMap(([key, item], index) => [
    { text: `${index > 0 ? ',' : ''}${isList ? '' : `${JSON.stringify(key)}:`}` },
    { value: item },
  ]);
  return [{ text: isList ? '[' : '{' }, ...inside, { text: isList ? ']' : '}' }];
}
