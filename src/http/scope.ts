/** Which scope a request needs. Pure. */
import type { Scope } from '../jobs/scope';

/**
 * Where the method does not say it: else GET and HEAD need `read`, and everything else `write`. Paths as a router writes
 * them: `:name` is one segment, `*` at the end is nothing or anything below.
 */
export interface ScopedPaths {
  /** POSTs that start work. */
  readonly extract: readonly string[];
  /** POSTs that only look. */
  readonly read: readonly string[];
  /** By whatever method. */
  readonly admin: readonly string[];
}

export function scopesBy({ extract, read, admin }: ScopedPaths): (method: string, path: string) => Scope {
  const tables = { extract: extract.map(segmentsOf), read: read.map(segmentsOf), admin: admin.map(segmentsOf) };
  return (method, path) => {
    const segments = segmentsOf(path).map(decoded);
    const isIn = (scope: keyof ScopedPaths) => tables[scope].some((pattern) => matches(pattern, segments));
    if (isIn('admin')) return 'admin';
    if (method === 'GET' || method === 'HEAD') return 'read';
    if (method === 'POST' && isIn('extract')) return 'extract';
    return method === 'POST' && isIn('read') ? 'read' : 'write';
  };
}

const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1);

/** The router reads `%6a` as the letter it is, so that a path has many spellings. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  const isOpenEnded = pattern.at(-1) === '*';
  const fixed = isOpenEnded ? pattern.slice(0, -1) : pattern;
  if (isOpenEnded ? segments.length < fixed.length : segments.length !== fixed.length) return false;
  return fixed.every((part, at) => part.startsWith(':') || part === segments[at]);
}
