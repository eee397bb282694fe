import type { Notice, Wishes } from '../engine';

/** What only a model could do. The embedded engine says so for each wish instead of passing over it. */
export function unhonoured(wishes: Wishes): readonly Notice[] {
  const found: Notice[] = [];
  if (wishes.instructions !== null)
    found.push({
      option: 'instructions',
      message: 'The embedded engine reads no instructions in words; what each field means goes into its description',
    });
  if (wishes.model !== null)
    found.push({
      option: 'model',
      message: `No model is configured: the embedded engine answered instead of "${wishes.model}"`,
    });
  if (wishes.chunks !== null)
    found.push({
      option: 'chunks',
      message: 'The embedded engine looks at all pages together: there is nothing to cut and no window to set',
    });
  if (wishes.dpi !== null)
    found.push({
      option: 'dpi',
      message: 'The embedded engine reads the text of the document, not images of its pages: it has no resolution',
    });
  return found;
}
