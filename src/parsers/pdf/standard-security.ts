import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** What the dictionary of an encrypted file says (ISO 32000-2, 7.6.4), as far as it tells how streams are unlocked. */
export interface SecurityTerms {
  readonly version: number;
  readonly revision: number;
  /** Bytes of the file's key. */
  readonly keyBytes: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly userKey: Uint8Array;
  readonly permissions: number;
  readonly isMetadataLocked: boolean;
  /** The first identifier of the file. */
  readonly id: Uint8Array;
}

const PADDING = Uint8Array.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a'.match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
);
const HASHES = ['sha256', 'sha384', 'sha512'] as const;
const NO_START = new Uint8Array(16);

/** The key of a file that opens without a password; null where it needs one. */
export function keyWithoutPassword(terms: SecurityTerms): Uint8Array | null {
  return terms.version >= 5 ? keyOfNewFile(terms) : keyOfOldFile(terms);
}

/** Algorithms 2, 4 and 5. */
function keyOfOldFile(terms: SecurityTerms): Uint8Array | null {
  const { revision, keyBytes, owner, user, permissions, isMetadataLocked, id } = terms;
  const rights = new Uint8Array(new Int32Array([permissions]).buffer);
  const more = revision >= 4 && !isMetadataLocked ? new Uint8Array(4).fill(0xff) : new Uint8Array();
  let key = digest('md5', PADDING, owner.subarray(0, 32), rights, id, more).subarray(0, keyBytes);
  if (revision < 3) return isSame(rc4(key, PADDING), user) ? key : null;
  for (let round = 0; round < 50; round += 1) key = digest('md5', key).subarray(0, keyBytes);
  let check = digest('md5', PADDING, id);
  for (let round = 0; round < 20; round += 1)
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    );
  return isSame(check, user.subarray(0, 16)) ? key : null;
}

/** Algorithm 2.A. */
function keyOfNewFile({ revision, user, userKey }: SecurityTerms): Uint8Array | null {
  const hash = revision === 5 ? (salt: Uint8Array) => digest('sha256', salt) : hardenedHash;
  if (!isSame(hash(user.subarray(32, 40)), user.subarray(0, 32)) || userKey.length < 32) return null;
  const cipher = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), NO_START).setAutoPadding(false);
  return new Uint8Array(cipher.update(userKey.subarray(0, 32)));
}

/** Algorithm 2.B, of an empty password. */
function hardenedHash(salt: Uint8Array): Uint8Array {
  let key = digest('sha256', salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const said = new Uint8Array(64 * key.length);
    for (let at = 0; at < said.length; at += key.length) said.set(key, at);
    const locked = new Uint8Array(cipher.update(said));
    const sum = locked.subarray(0, 16).reduce((total, byte) => total + byte, 0);
    key = digest(HASHES[sum % 3] ?? 'sha256', locked);
    last = locked.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** A stream that begins with what its first block was mixed with; as much of it as is whole. */
export function unlockedAes(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const whole = bytes.length - (bytes.length % 16);
  if (whole < 32) return new Uint8Array();
  const cipher = createDecipheriv(key.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc', key, bytes.subarray(0, 16));
  return new Uint8Array(cipher.setAutoPadding(false).update(bytes.subarray(16, whole)));
}

export function digest(name: 'md5' | (typeof HASHES)[number], ...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number): void => {
    const held = state[one] ?? 0;
    state[one] = state[other] ?? 0;
    state[other] = held;
  };
  for (let one = 0, other = 0; one < 256; one += 1) {
    other = (other + (state[one] ?? 0) + (key[one % key.length] ?? 0)) & 255;
    swap(one, other);
  }
  let [one, other] = [0, 0];
  return bytes.map((byte) => {
    one = (one + 1) & 255;
    other = (other + (state[one] ?? 0)) & 255;
    swap(one, other);
    return byte ^ (state[((state[one] ?? 0) + (state[other] ?? 0)) & 255] ?? 0);
  });
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length <= other.length && one.every((byte, index) => byte === other[index]);
