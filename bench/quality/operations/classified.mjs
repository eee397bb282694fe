import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runLoad } from '../../load.mjs';
import { kindOf, kindsOf } from './kinds.mjs';
import { post } from './post.mjs';

/** Documents in work at the same time. */
const AT_ONCE = 2;
/** The share that is asked for. */
const LEAST = 0.95;

/** How many documents of a set are told to be of their kind, among all the kinds that the set holds. */
export async function classified(service, { folder, documents, progress }) {
  const asked = documents.filter((document) => kindOf(document) !== undefined);
  const categories = kindsOf(asked).map(({ name, description }) => ({ name, description }));
  const wrong = new Array(asked.length).fill(null);
  let done = 0;
  const tasks = asked.map((document, index) => async () => {
    const { file, mime } = document;
    // The file's own name would tell too much in a set that is sorted by kinds.
    const given = { bytes: await readFile(join(folder, file)), mediaType: mime, filename: `file${extension(file)}` };
    const { result } = await post(service, '/v1/documents/classify', given, { categories });
    const said = `${document.id} is ${kindOf(document)}, taken for ${result.classification}: ${result.reasoning}`;
    if (result.classification !== kindOf(document)) wrong[index] = said;
    progress(++done, asked.length);
  });
  await runLoad(tasks, AT_ONCE);
  const notes = wrong.filter((note) => note !== null);
  const figure = asked.length === 0 ? null : 1 - notes.length / asked.length;
  return [{ measure: 'classify: documents by kind', of: asked.length, figure, least: LEAST, notes }];
}

const extension = (file) => /\.[^.]+$/.exec(basename(file))?.[0] ?? '';
