/** https://developers.llamaindex.ai — Projects. */
import { z } from 'zod';

/** Without times: the project was there before the account asked for it. */
export const ProjectBody = z.object({
  id: z.string(),
  name: z.string(),
  organization_id: z.string(),
  is_default: z.literal(true),
  created_at: z.null(),
  updated_at: z.null(),
});
export type ProjectBody = z.infer<typeof ProjectBody>;

export const ProjectV1Body = ProjectBody.extend({ ad_hoc_eval_dataset_id: z.null() });
export type ProjectV1Body = z.infer<typeof ProjectV1Body>;
