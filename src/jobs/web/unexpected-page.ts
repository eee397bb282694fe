/** Pages that come in the place of documents: a login, a question whether one is human, "not found" — pure. */
import { extensionOf } from './file-name';

const PAGE_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);
/** Formats in which a document may begin as a page does. */
const MARKED_UP: ReadonlySet<string> = new Set(['markdown', 'md']);
const PAGE_ENDINGS: ReadonlySet<string> = new Set(['htm', 'html', 'shtml', 'xht', 'xhtml']);

export interface Arrived {
  /** What it was asked for as: the caller's name for it, or the last part of the path. */
  readonly askedAs: string;
  /** What the host calls it; null: nothing. */
  readonly calledByHost: string | null;
  /** As the host says; null: it does not. */
  readonly saidType: string | null;
  /** As the bytes say. */
  readonly sniffedType: string;
}

/** Whether it is a page although no page was asked for: the name asked for ends otherwise, or not at all. */
export function isUnexpectedPage({ askedAs, calledByHost, saidType, sniffedType }: Arrived): boolean {
  const isText = sniffedType.startsWith('text/') || sniffedType === 'application/xml';
  const ending = extensionOf(askedAs) ?? extensionOf(calledByHost ?? '') ?? '';
  const looksLikePage = PAGE_TYPES.has(sniffedType) && !MARKED_UP.has(ending);
  return (looksLikePage || (PAGE_TYPES.has(saidType ?? '') && isText)) && !PAGE_ENDINGS.has(ending);
}
