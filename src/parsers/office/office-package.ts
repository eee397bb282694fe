import { ParseError } from '../parse-error';
import { openZip } from '../zip-archive';
import { type Markup, readMarkup } from './markup';

/** Bytes one XML part, and all that are read, may have when inflated. */
const LIMITS = { entries: 10_000, entryBytes: 40 * 1024 * 1024, totalBytes: 200 * 1024 * 1024 };

/** The XML parts of a ZIP that holds an office document. Pictures and other parts are never inflated. */
export interface OfficePackage {
  /** What messages call the file. */
  readonly what: string;
  /** The names of all parts. */
  readonly names: readonly string[];
  /** A part's XML; null where there is no such part. Throws `ParseError` for one that is damaged. */
  read(part: string): Promise<Markup | null>;
  /** A part that the format cannot do without. Throws `ParseError` where it is missing. */
  require(part: string): Promise<Markup>;
}

/** Opens the ZIP under limits. Elements named in `skipped` are not read in any part. Throws `ParseError`. */
export function openPackage(bytes: Uint8Array, what: string, skipped: ReadonlySet<string>): OfficePackage {
  const zip = openZip(bytes, what, LIMITS);
  const read = async (part: string): Promise<Markup | null> => {
    const entry = zip.find(part);
    return entry === null ? null : readMarkup(await zip.read(entry), what, part, skipped);
  };
  return {
    what,
    names: zip.entries.map((entry) => entry.name),
    read,
    async require(part) {
      const found = await read(part);
      if (found !== null) return found;
      throw new ParseError('document-unreadable', `${what} is damaged: it has no "${part}"; save it again`);
    },
  };
}
