import { getDocument, notYetThere } from './get-document';
import type { Ports } from './ports';
import { readParsed } from './read-parsed';
import type { Caller } from './records';

/** A document's whole text as Markdown. Throws `not-found`, `conflict` before its bytes have come, `document-unreadable`, `unsupported-document`. */
export async function getMarkdown(ports: Ports, caller: Caller, documentId: string): Promise<string> {
  const { document, isAnnounced } = await getDocument(ports, caller, documentId);
  if (isAnnounced) throw notYetThere(documentId);
  const parts: string[] = [];
  for await (const { json, isLast } of readParsed(ports, { ...document, pages: null, isFresh: false })) {
    parts.push(markdownIn(json));
    // Other requests have their turn between parts.
    if (!isLast) await ports.pause(0);
  }
  return parts.filter((text) => text !== '').join('\n\n');
}

/** Every part of a parsed document carries its Markdown (`ParsedDocument.markdown`); the rest of it is no business of the core's. */
function markdownIn(parsed: string): string {
  const { markdown } = JSON.parse(parsed) as { readonly markdown: string };
  return markdown;
}
