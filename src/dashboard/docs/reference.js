/** Everything this page tells about, in the order in which it is told. */
import { DOCUMENTS } from './documents.js';
import { EXTRACT } from './extract.js';
import { EXTRACTIONS } from './extractions.js';
import { JOBS } from './jobs.js';
import { SCHEMAS } from './schemas.js';
import { SERVICE } from './service.js';

export const GROUPS = [EXTRACT, DOCUMENTS, SCHEMAS, JOBS, EXTRACTIONS, SERVICE];
