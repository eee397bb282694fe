import type { Labels } from '../job';

/** A document on somebody else's host. */
export interface DocumentAddress {
  readonly url: string;
  /** Sent along, to the first host alone. */
  readonly headers: Labels;
  readonly followsRedirects: boolean;
  /** Most bytes that are taken. */
  readonly maxBytes: number;
}

/** Why a document did not come. */
export type FetchProblem =
  /** The address, one it redirects to, or what its name leads to is none that may be spoken to. */
  | 'refused-address'
  /** Its name is not known, or could not be looked up. */
  | 'unresolved'
  /** No connection, or it broke. */
  | 'unreachable'
  /** Not all of it came in time. */
  | 'timeout'
  /** It answered with a status other than 2xx. */
  | 'status'
  /** It redirects, too often or where that was not wanted. */
  | 'redirect'
  | 'too-large';

export interface FetchedDocument {
  readonly ok: true;
  readonly bytes: Uint8Array;
  /** As the host says: without parameters, lower case; null: it does not. */
  readonly mediaType: string | null;
  /** `Content-Disposition` as it came. */
  readonly disposition: string | null;
}

export interface FetchFailure {
  readonly ok: false;
  readonly problem: FetchProblem;
  /** A clause that names the host and what was wrong; nothing of what the host sent. */
  readonly reason: string;
}

/** Other people's hosts, as far as they give out documents. */
export interface DocumentHosts {
  /** One GET to public addresses, redirects included; never throws. */
  get(address: DocumentAddress): Promise<FetchedDocument | FetchFailure>;
}
