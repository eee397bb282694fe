import { ParseError } from '../parse-error';
import { unlockWithoutPassword } from './decryption';
import type { ObjectReader, UnlockStream } from './object-reader';
import type { PdfTrailer } from './pdf-trailer';

/** Streams of a file that is not locked, and of one before it is known how it is. */
export const plainStream: UnlockStream = (stream) => stream;

/** How the streams of a file are unlocked, where they are locked at all. Throws `ParseError` for one that needs a password. */
export function unlockOf(bytes: Uint8Array, trailer: PdfTrailer, { resolve, entryOf }: ObjectReader): UnlockStream {
  const terms = resolve(trailer.get('/Encrypt'));
  if (!(terms instanceof Map)) return plainStream;
  const unlock = unlockWithoutPassword(bytes, terms, entryOf);
  if (unlock === null)
    throw new ParseError('document-unreadable', 'this PDF is encrypted and needs a password; remove the password');
  return ({ dictionary, bytes: locked }, number, generation) => ({
    dictionary,
    bytes: dictionary.get('/Type') === '/XRef' ? locked : unlock(locked, number, generation),
  });
}
