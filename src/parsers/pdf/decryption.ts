import { joinBytes } from '../join-bytes';
import { eachText, textAt } from './find-bytes';
import { createValueReader, type Dictionary, type PdfValue } from './pdf-values';
import { digest, keyWithoutPassword, rc4, unlockedAes } from './standard-security';

/** Bytes of a stream of the object with this number and generation as they were before they were locked. */
export type Unlock = (bytes: Uint8Array, number: number, generation: number) => Uint8Array;

/** Identifiers of a file that are tried; a file has one, said again with each revision. */
const MAX_IDS = 20;
const REACH = 1_000;
const SALT = Uint8Array.from('sAlT', (letter) => letter.charCodeAt(0));

/** How the streams of an encrypted file are unlocked without a password; null where they cannot be. `encryption`: its dictionary. */
export function unlockWithoutPassword(
  bytes: Uint8Array,
  encryption: Dictionary,
  entryOf: (value: PdfValue, name: string) => PdfValue,
): Unlock | null {
  const number = (name: string, otherwise: number): number => {
    const value = entryOf(encryption, name);
    return typeof value === 'number' ? value : otherwise;
  };
  const string = (name: string): Uint8Array => {
    const value = entryOf(encryption, name);
    return value instanceof Uint8Array ? value : new Uint8Array();
  };
  if (entryOf(encryption, '/Filter') !== '/Standard') return null;
  const version = number('/V', 0);
  const cipher = version >= 4 ? cipherOf(encryption, entryOf) : { name: '/V2', bits: 0 };
  if (cipher === null) return null;
  const said = version === 1 ? 40 : number('/Length', version >= 5 ? 256 : version === 4 ? 128 : 40);
  const bits = version >= 4 && cipher.bits > 0 ? cipher.bits : said;
  const keyBytes = version >= 5 ? 32 : (bits < 40 ? bits * 8 : bits) / 8;
  for (const id of idsOf(bytes)) {
    const key = keyWithoutPassword({
      version,
      revision: number('/R', 0),
      keyBytes,
      owner: string('/O'),
      user: string('/U'),
      userKey: string('/UE'),
      permissions: number('/P', 0),
      isMetadataLocked: entryOf(encryption, '/EncryptMetadata') !== false,
      id,
    });
    if (key !== null) return unlockBy(key, cipher.name);
  }
  return null;
}

function unlockBy(key: Uint8Array, cipher: string): Unlock {
  if (cipher === '/None') return (locked) => locked;
  if (cipher === '/AESV3') return (locked) => unlockedAes(key, locked);
  const isAes = cipher === '/AESV2';
  return (locked, number, generation) => {
    const own = [number, number >> 8, number >> 16, generation, generation >> 8].map((byte) => byte & 255);
    const parts = [key, Uint8Array.from(own), ...(isAes ? [SALT] : [])];
    const objectKey = digest('md5', joinBytes(parts)).subarray(0, Math.min(16, key.length + 5));
    return isAes ? unlockedAes(objectKey, locked) : rc4(objectKey, locked);
  };
}

/** How streams are locked in files that may lock each kind of thing otherwise (7.6.6); null for a way that is not known. */
function cipherOf(
  encryption: Dictionary,
  entryOf: (value: PdfValue, name: string) => PdfValue,
): { name: string; bits: number } | null {
  const filter = entryOf(encryption, '/StmF') ?? '/Identity';
  if (filter === '/Identity') return { name: '/None', bits: 0 };
  const terms = typeof filter === 'string' ? entryOf(entryOf(encryption, '/CF'), filter) : null;
  const name = entryOf(terms, '/CFM');
  const bits = Number(entryOf(terms, '/Length') ?? 0);
  const isKnown = name === '/V2' || name === '/AESV2' || name === '/AESV3';
  return isKnown ? { name, bits: bits < 40 ? bits * 8 : bits } : null;
}

/** What may be the first identifier of the file; at last that it has none. */
function idsOf(bytes: Uint8Array): Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  for (const at of eachText(bytes, '/ID')) {
    const value = createValueReader(textAt(bytes, at + 3, REACH)).next();
    const first = Array.isArray(value) ? value[0] : null;
    if (first instanceof Uint8Array) found.set(first.join(), first);
    if (found.size >= MAX_IDS) break;
  }
  return [...found.values(), new Uint8Array()];
}
