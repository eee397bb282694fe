/** Addresses as numbers — pure. */

/** Four groups of 8 bits, or eight of 16. */
export interface IpAddress {
  readonly version: 4 | 6;
  readonly groups: readonly number[];
}

/**
 * An address as DNS answers and canonical URLs write it, IPv6 without brackets; null: it is none. Octal, hex and short
 * forms are none: whoever may meet them goes through `URL` first, which makes plain ones of them.
 */
export function readIpAddress(text: string): IpAddress | null {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const groups = text.split('.').map(Number);
    return groups.every((group) => group < 256) && groups.join('.') === text ? { version: 4, groups } : null;
  }
  return /^[\da-f:.]+$/i.test(text) && text.includes(':') ? readIpv6(text) : null;
}

/** `URL` knows all the ways to write one, and writes it in one: hex groups, the first longest run of zeros as "::". */
function readIpv6(text: string): IpAddress | null {
  const url = `http://[${text}]/`;
  if (!URL.canParse(url)) return null;
  const [head = '', tail] = new URL(url).hostname.slice(1, -1).split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return { version: 6, groups: [...before, ...Array.from({ length: zeros }, () => 0), ...after] };
}

const groupsOf = (text: string): number[] =>
  text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));

/** A block as "10.0.0.0/8" or "fc00::/7". */
export interface AddressBlock {
  readonly base: IpAddress;
  readonly bits: number;
}

/** Of text written in this repository. Throws for what is no block. */
export function readBlock(text: string): AddressBlock {
  const [address = '', bits = ''] = text.split('/');
  const base = readIpAddress(address);
  if (base === null || !/^\d+$/.test(bits)) throw new Error(`"${text}" is no block of addresses`);
  return { base, bits: Number(bits) };
}

export function isWithin({ base, bits }: AddressBlock, { version, groups }: IpAddress): boolean {
  if (base.version !== version) return false;
  const width = version === 4 ? 8 : 16;
  return groups.every((group, index) => {
    const compared = Math.min(Math.max(bits - index * width, 0), width);
    const shift = width - compared;
    return group >> shift === (base.groups[index] ?? 0) >> shift;
  });
}
