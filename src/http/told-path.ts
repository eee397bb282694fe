import { readId } from '../jobs/id-forms';

/**
 * A path as a log may tell it: the words of our routes and ids. Whatever else stands in one was written by somebody, and
 * may be a name, a secret or a key in the wrong place. `paths` as a router writes them. Pure.
 */
export function toldPathBy(paths: readonly string[]): (path: string) => string {
  const words = new Set(paths.flatMap((path) => path.split('/')).filter((word) => !word.startsWith(':')));
  const told = (segment: string): string => (words.has(segment) || readId(segment) !== null ? segment : '…');
  return (path) => path.split('/').map(told).join('/');
}
