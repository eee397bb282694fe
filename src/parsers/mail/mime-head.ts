import PostalMime from 'postal-mime';

/** What the head of a part says of its body. */
export interface MimeHead {
  /** In small letters. */
  readonly mediaType: string;
  /** What divides its parts; null where it says none. */
  readonly boundary: string | null;
  readonly isAttachment: boolean;
  /** "base64", "7bit" ...; "8bit" where nothing is said. */
  readonly encoding: string;
}

/**
 * Of the lines of a head, without what ends them. The library reads it, with every comment, fold and name in pieces:
 * were one part a file here and a text there, its mark would be read as the text.
 */
export function mimeHead(lines: readonly Uint8Array[], isInDigest: boolean): MimeHead {
  const node = nodeOfLibrary();
  // What has no type there is a message (RFC 2046, 5.1.5).
  if (isInDigest) node.contentType.value = 'message/rfc822';
  for (const line of lines) node.feed(line);
  node.feed(new Uint8Array());
  const { value: mediaType, params } = node.contentType.parsed;
  const told = node.contentTransferEncoding.encoding;
  return {
    mediaType,
    boundary: params.boundary || null,
    isAttachment: node.contentDisposition.parsed.value === 'attachment',
    encoding: DECODED.find((known) => told.includes(known)) ?? told,
  };
}

/** The library decodes whatever has these in its name. */
const DECODED = ['base64', 'quoted-printable'] as const;

/** What the library calls a part; a line without letters ends its head. */
interface LibraryNode {
  readonly contentType: {
    value: string;
    readonly parsed: { readonly value: string; readonly params: { readonly boundary?: string } };
  };
  readonly contentDisposition: { readonly parsed: { readonly value: string } };
  readonly contentTransferEncoding: { readonly encoding: string };
  feed(line: Uint8Array): void;
}

/** Its types do not tell of it: the version is fixed, and `mail-parts.test.ts` holds what it is used for. */
const nodeOfLibrary = (): LibraryNode => (new PostalMime() as unknown as { readonly root: LibraryNode }).root;
