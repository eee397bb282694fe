import { runLoad } from '../load.mjs';
import { answerFor } from './answer.mjs';
import { ceilingOf } from './ceiling.mjs';
import { judgeDocument } from './judge-document.mjs';
import { readSet } from './read-set.mjs';
import { withService } from './with-service.mjs';

/** Documents in work at the same time: one is read while another waits for its next phase. */
const AT_ONCE = 2;

/**
 * Starts a service with an empty data folder, has it read every document of a set and judges the answers. Answers the
 * documents in the order of the set: `{ id, kind, lang, data, verdict, cells, ceiling, pages, elapsedMs, error }`. `progress` is
 * told after each how many are done.
 */
export async function measureSet({ folder, kinds, languages }, progress = () => {}) {
  const tests = await readSet(folder, { kinds, languages });
  return withService(async (service) => {
    const judged = new Array(tests.length);
    let done = 0;
    const tasks = tests.map((test, index) => async () => {
      judged[index] = judge(test, await answerFor(service, folder, test));
      progress(++done, tests.length);
    });
    await runLoad(tasks, AT_ONCE);
    return judged;
  });
}

/** An answer of the service beside what the document holds. */
export function judge(test, { data, cells, text, pages, elapsedMs, error }) {
  const verdict = judgeDocument(test, data);
  return {
    id: test.id,
    kind: test.kind,
    lang: test.lang ?? '?',
    data,
    verdict,
    cells: verdict.cells.flatMap(({ path, right }) => {
      const place = placeOf(path);
      return place in cells ? [{ ...cells[place], place, path, right, onScan: isScan(test) }] : [];
    }),
    ceiling: isScan(test) ? ceilingOf(test, text) : null,
    pages,
    elapsedMs,
    error,
  };
}

/** As the API names a cell: "line_items[0].amount". */
const placeOf = (path) =>
  path.reduce((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    return place === '' ? part : `${place}.${part}`;
  }, '');

const isScan = ({ kind, scan }) => scan === true || kind.endsWith('-scan');
