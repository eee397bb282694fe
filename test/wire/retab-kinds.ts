/**
 * What Retab's SDKs of Node 1.0.114 and Python 0.0.114 make of a split and a classification: see
 * https://github.com/retab-dev/retab, clients/. Lists that are missing are refused, null is none.
 */
import { z } from 'zod';

const Usage = z.object({ credits: z.number() });
const Likelihood = z.number().min(0).max(1).nullable();
/** 1-based. */
const Pages = z.array(z.int().min(1));
const Share = z.number().min(0).max(1);

export const SplitResponse = z.object({
  splits: z.array(
    z.object({
      name: z.string(),
      pages: Pages,
      likelihood: Likelihood,
      votes: z.array(z.object({ pages: Pages })),
      partitions: z.array(
        z.object({ key: z.string(), pages: Pages.min(1), first_page_y_start: Share, last_page_y_end: Share }),
      ),
    }),
  ),
  usage: Usage,
});

const Decision = z.object({ reasoning: z.string(), classification: z.string() });

export const ClassifyResponse = z.object({
  result: Decision,
  likelihood: Likelihood,
  votes: z.array(Decision),
  usage: Usage,
});
