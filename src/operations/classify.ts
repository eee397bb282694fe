import { classifier } from '../engines/classify/classify';
import { withContext } from '../engines/classify/with-context';
import type { Category } from '../jobs/assignment';
import type { ClassifyProduct, Verdict } from '../jobs/product';
import { making, READ } from './operation-step';

/** The category that most readings take a document for. */
export const classify = {
  resolve: READ,
  execute: making('classify', ['instructions', 'readings'], async ({ categories }, { parts, options }) => {
    const classes = classifier(withContext(categories, options.instructions));
    for await (const part of parts()) classes.look(part);
    const verdicts = classes.verdicts(options.readings).map((verdict) => toVerdict(verdict, categories));
    return { product: { operation: 'classify', ...reconciled(verdicts) }, file: null };
  }),
} as const;

const toVerdict = (
  { index, reasoning }: { readonly index: number; readonly reasoning: string },
  categories: readonly Category[],
): Verdict => ({ category: categories[index]?.name ?? '', reasoning });

/** What most say, in the words of the first that says it; of two that as many say, the first. */
function reconciled(verdicts: readonly Verdict[]): Omit<ClassifyProduct, 'operation'> {
  const votesFor = (category: string): number => verdicts.filter((one) => one.category === category).length;
  const most = Math.max(...verdicts.map(({ category }) => votesFor(category)));
  const chosen = verdicts.find(({ category }) => votesFor(category) === most) ?? { category: '', reasoning: '' };
  return verdicts.length < 2
    ? { ...chosen, likelihood: null, votes: [] }
    : { ...chosen, likelihood: most / verdicts.length, votes: verdicts };
}
