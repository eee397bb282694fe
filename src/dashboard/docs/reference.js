/** Everything this page tells about, in the order in which it is told. */
import { ACCOUNT } from './account.js';
import { CREDITS } from './credits.js';
import { DELIVERIES } from './deliveries.js';
import { DOCUMENTS } from './documents.js';
import { EXTRACT } from './extract.js';
import { EXTRACTIONS } from './extractions.js';
import { FIELDS } from './fields.js';
import { JOBS } from './jobs.js';
import { KEYS } from './keys.js';
import { SCHEMAS } from './schemas.js';
import { SEARCH } from './search.js';
import { SERVICE } from './service.js';
import { SOURCES } from './sources.js';
import { WEBHOOKS } from './webhooks.js';

/**
 * @typedef {object} Route
 * @property {string} method
 * @property {string} path as the router spells it
 * @property {string} about
 * @property {readonly (readonly string[])[]} parameters name, place, meaning
 * @property {string} curl a command line; {origin} stands for the address of the page
 * @property {number} status of the answer when all is well
 * @property {unknown} answer JSON, or text as it is sent
 * @property {readonly (readonly (string | number)[])[]} errors status, code, when; those of every call left out
 */

/** @type {readonly { title: string, about: string, routes: readonly Route[] }[]} */
export const GROUPS = [
  EXTRACT,
  DOCUMENTS,
  SCHEMAS,
  JOBS,
  EXTRACTIONS,
  FIELDS,
  SEARCH,
  SOURCES,
  WEBHOOKS,
  DELIVERIES,
  KEYS,
  ACCOUNT,
  CREDITS,
  SERVICE,
];
