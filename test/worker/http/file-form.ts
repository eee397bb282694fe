import type { Upload } from '../../support/documents';

/** A form with a file in it under this name, and texts beside it. */
export function fileForm(
  part: string,
  { filename, mediaType, bytes }: Upload,
  texts: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries(texts)) form.set(name, text);
  form.set(part, new File([bytes], filename, { type: mediaType }));
  return form;
}
