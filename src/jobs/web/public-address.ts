/** Which addresses are the public internet's — pure. */
import { type AddressBlock, type IpAddress, isWithin, readBlock } from './ip-address';

/**
 * Not public, and what it is, as it goes behind "is". From the IANA registries of special-purpose addresses
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry), and where clouds keep
 * what their machines know about themselves.
 */
const BLOCKS: readonly (readonly [string, string])[] = [
  ['0.0.0.0/8', 'an unspecified address'],
  ['10.0.0.0/8', 'a private address'],
  ['100.64.0.0/10', 'a shared address of a provider'],
  ['127.0.0.0/8', 'a loopback address'],
  ['168.63.129.16/32', 'an address of cloud metadata'],
  ['169.254.0.0/16', 'a link-local address, that of cloud metadata among them'],
  ['172.16.0.0/12', 'a private address'],
  ['192.0.0.0/24', 'a reserved address'],
  ['192.0.2.0/24', 'an address for documentation'],
  ['192.31.196.0/24', 'a reserved address'],
  ['192.52.193.0/24', 'a reserved address'],
  ['192.88.99.0/24', 'an address of a tunnel'],
  ['192.168.0.0/16', 'a private address'],
  ['192.175.48.0/24', 'a reserved address'],
  ['198.18.0.0/15', 'a reserved address'],
  ['198.51.100.0/24', 'an address for documentation'],
  ['203.0.113.0/24', 'an address for documentation'],
  ['224.0.0.0/4', 'a multicast address'],
  ['240.0.0.0/4', 'a reserved address'],
  ['::/128', 'an unspecified address'],
  ['::1/128', 'a loopback address'],
  ['::/96', 'an IPv4 address in IPv6'],
  ['::ffff:0:0/96', 'an IPv4 address in IPv6'],
  ['::ffff:0:0:0/96', 'an IPv4 address in IPv6'],
  ['64:ff9b::/96', 'an address of a translator'],
  ['64:ff9b:1::/48', 'an address of a translator'],
  ['2001::/32', 'an address of a tunnel'],
  ['2001::/23', 'a reserved address'],
  ['2001:db8::/32', 'an address for documentation'],
  ['2002::/16', 'an address of a tunnel'],
  ['2620:4f:8000::/48', 'a reserved address'],
  ['3ffe::/16', 'a reserved address'],
  ['3fff::/20', 'an address for documentation'],
  ['fc00::/7', 'a private address'],
  ['fe80::/10', 'a link-local address'],
  ['fec0::/10', 'a site-local address'],
  ['ff00::/8', 'a multicast address'],
];

const READ: readonly (readonly [AddressBlock, string])[] = BLOCKS.map(([text, what]) => [readBlock(text), what]);

/** All that is given out so far of IPv6 for everybody. */
const GLOBAL_IPV6 = readBlock('2000::/3');

/** Why it may not be spoken to, as it goes behind "is"; null: it is public. */
export function nonPublic(address: IpAddress): string | null {
  const found = READ.find(([block]) => isWithin(block, address));
  if (found !== undefined) return found[1];
  if (address.version === 4) return null;
  if (!isWithin(GLOBAL_IPV6, address)) return 'a reserved address';
  return isIsatap(address) ? 'an address of a tunnel' : null;
}

/** The interface of an ISATAP tunnel, in any network: what follows is an IPv4 address (RFC 5214, section 6.1). */
const isIsatap = ({ groups }: IpAddress): boolean => ((groups[4] ?? 0) & 0xfdff) === 0 && (groups[5] ?? 0) === 0x5efe;
