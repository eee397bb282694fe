import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runLoad } from '../../load.mjs';
import { kindOf, kindsOf } from './kinds.mjs';
import { post } from './post.mjs';

/** Documents in work at the same time. */
const AT_ONCE = 2;

/** Ways to ask for the same kinds, and the share that must be right: what is measured besides must not hang on English names. */
const WORDINGS = [
  {
    measure: 'classify: documents by kind',
    least: 0.95,
    category: ({ name, description }) => ({ name, description }),
  },
  {
    measure: 'classify: kinds named in German, not described',
    least: null,
    category: ({ german }) => ({ name: german, description: '' }),
  },
  {
    measure: 'classify: kinds described, not named',
    least: null,
    category: ({ description }, index) => ({ name: `kind_${index + 1}`, description }),
  },
];

/** How many documents of a set are told to be of their kind, among all the kinds that the set holds. */
export async function classified(service, { folder, documents, progress }) {
  const asked = documents.filter((document) => kindOf(document) !== undefined);
  const kinds = kindsOf(asked);
  const wrong = WORDINGS.map(() => new Array(asked.length).fill(null));
  let done = 0;
  const tasks = asked.map((document, index) => async () => {
    const { file, mime } = document;
    // The file's own name would tell too much in a set that is sorted by kinds.
    const given = { bytes: await readFile(join(folder, file)), mediaType: mime, filename: `file${extension(file)}` };
    for (const [at, { category }] of WORDINGS.entries())
      wrong[at][index] = await judge(service, document, given, kinds, kinds.map(category));
    progress(++done, asked.length);
  });
  await runLoad(tasks, AT_ONCE);
  return WORDINGS.map(({ measure, least }, at) => {
    const notes = wrong[at].filter((note) => note !== null);
    return {
      measure,
      of: asked.length,
      figure: asked.length === 0 ? null : 1 - notes.length / asked.length,
      least,
      notes,
    };
  });
}

/** Null: it was taken for what it is; else what for, and why. */
async function judge(service, document, given, kinds, categories) {
  const wanted = kindOf(document);
  const { result, error } = await post(service, '/v1/documents/classify', given, { categories }).catch(refused);
  if (error !== undefined) return `${document.id} is ${wanted}: ${error.message}`;
  const kind = kinds[categories.findIndex(({ name }) => name === result.classification)]?.name;
  return kind === wanted ? null : `${document.id} is ${wanted}, taken for ${kind}: ${result.reasoning}`;
}

const refused = (error) => ({ error });
const extension = (file) => /\.[^.]+$/.exec(basename(file))?.[0] ?? '';
