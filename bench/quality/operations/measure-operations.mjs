import { textTable } from '../../../scripts/demo/text-table.mjs';
import { readSet } from '../read-set.mjs';
import { withService } from '../with-service.mjs';
import { classified } from './classified.mjs';
import { formFields } from './form-fields.mjs';
import { generated } from './generated.mjs';
import { splitUp } from './split-up.mjs';

/**
 * What is measured of the operations beside extraction, one after another on one service. Each is told of the service
 * (`{ url, key }`), the folder of a set and its documents, and answers rows: `{ measure, of, figure, least, notes }` with the
 * share that is right (0-1, null: nothing of the kind is in the set), of how many things, the share that is asked for (null:
 * none), and a line for each thing that is not right. A new one is a file here and its name in this list.
 */
const MEASURES = [splitUp, classified, generated, formFields];

/** Rows of all measures, in order. */
export async function measureOperations(folder, progress = () => {}) {
  const documents = await readSet(folder);
  return withService(async (service) => {
    const rows = [];
    for (const measure of MEASURES) rows.push(...(await measure(service, { folder, documents, progress })));
    return rows;
  });
}

const percent = (share) => (share === null ? '-' : (100 * share).toFixed(1));

/** The lines a person reads; `all`: with what is not right. */
export function operationLines(rows, all) {
  const columns = [
    { title: 'what is right' },
    { title: '%', right: true },
    { title: 'least %', right: true },
    { title: 'of', right: true },
    { title: '' },
  ];
  const isShort = ({ figure, least }) => figure !== null && least !== null && figure < least;
  const told = rows.map((row) => [
    row.measure,
    percent(row.figure),
    percent(row.least),
    String(row.of),
    isShort(row) ? 'too few' : '',
  ]);
  const notes = all ? rows.flatMap(({ measure, notes }) => notes.map((note) => `${measure}: ${note}`)) : [];
  return [...textTable(columns, told), ...(notes.length === 0 ? [] : ['', ...notes])];
}
