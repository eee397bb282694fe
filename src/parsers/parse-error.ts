/**
 * Why bytes could not become a document.
 *
 * `unsupported-document`: no parser for this kind of file. `document-unreadable`: the kind is known, this file is
 * empty, encrypted, truncated, damaged or past a limit. The message says what was wrong and what would be right.
 */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  constructor(
    readonly code: 'unsupported-document' | 'document-unreadable',
    message: string,
  ) {
    super(message);
  }
}
