/** https://docs.retab.com (Edit): a place to be filled in, as a share of its page. */
import { z } from 'zod';
import type { FormField as FormFieldOf } from '../../jobs/assignment';

const share = () => z.number('must be 0 to 1').min(0, 'must be 0 to 1').max(1, 'must be 0 to 1');

export const FormField = z.object({
  bbox: z.object(
    {
      left: share(),
      top: share(),
      width: share(),
      height: share(),
      /** 1-based. */
      page: z.int('must be 1 or more').min(1, 'must be 1 or more'),
    },
    'must be an object with left, top, width, height and page',
  ),
  description: z.string('must be text').max(2000, 'at most 2,000 characters').default(''),
  type: z.enum(['text', 'checkbox'], 'must be text or checkbox'),
  key: z.string('must be text').min(1, 'is empty').max(200, 'at most 200 characters'),
  value: z.string('must be text').max(20_000, 'at most 20,000 characters').nullish(),
});
export type FormField = z.infer<typeof FormField>;

/** Most fields of a form. Our own number. */
const MAX_FIELDS = 2000;

/** The fields of a form; every one has a key of its own. */
export const FormFields = z
  .array(FormField, 'must be a list of fields')
  .max(MAX_FIELDS, `at most ${MAX_FIELDS} fields`)
  .superRefine((fields, { addIssue }) => {
    const keys = new Set<string>();
    for (const [index, { key }] of fields.entries()) {
      if (keys.has(key))
        addIssue({ code: 'custom', path: [index, 'key'], message: `"${key}" is taken by another field` });
      keys.add(key);
    }
  });

export const toFormField = ({ bbox, description, type, key, value }: FormField): FormFieldOf => ({
  key,
  description,
  type,
  place: bbox,
  value: value ?? null,
});

export const fromFormField = ({ place, description, type, key, value }: FormFieldOf): FormField => {
  const { left, top, width, height, page } = place;
  return { bbox: { left, top, width, height, page }, description, type, key, value };
};
