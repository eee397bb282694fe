import { JobError } from './errors';
import type { Ports } from './ports';
import { readParsed } from './read-parsed';
import type { Caller } from './records';

/** A document's whole text as Markdown. Throws `not-found`, `document-unreadable`, `unsupported-document`. */
export async function getMarkdown(ports: Ports, caller: Caller, documentId: string): Promise<string> {
  const document = await ports.documents.get(caller.accountId, documentId);
  if (document === null) throw new JobError('not-found', `Document ${documentId} does not exist`);
  return markdownIn(await readParsed(ports, caller.accountId, { ...document, pages: null, isFresh: false }));
}

/** Every parsed document carries its Markdown (`ParsedDocument.markdown`); the rest of it is no business of the core's. */
function markdownIn(parsed: string): string {
  const { markdown } = JSON.parse(parsed) as { readonly markdown: string };
  return markdown;
}
