/** URLs that nobody may make this server ask, in all the spellings of the same few addresses — generated. */

/** What a stubbed network leads somebody to: the names, and what DNS says of them at each look. */
export interface Trap {
  /** What the caller sends. */
  readonly url: string;
  /** Addresses by name, look by look; the last stays. A name that is not here is public. */
  readonly names: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Where a host redirects, by URL. */
  readonly redirects: Readonly<Record<string, string>>;
  /** A name that nothing may be asked of, not even to find out; null: it is found out by asking, or none. */
  readonly neverAsked: string | null;
}

/** One of each kind: loopback, metadata, private, shared, link-local, multicast, reserved, documentation. */
const IPV4 = [
  '127.0.0.1',
  '127.8.9.1',
  '169.254.169.254',
  '169.254.1.1',
  '10.0.0.1',
  '10.255.3.4',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.1.1',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '0.0.0.0',
  '0.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
];

const IPV6 = [
  '::',
  '::1',
  '0:0:0:0:0:0:0:1',
  '0000:0000:0000:0000:0000:0000:0000:0001',
  '::0:1',
  'fc00::1',
  'fd00:ec2::254',
  'fd12:3456:789a::1',
  'fe80::1',
  'FE80::A9FE:A9FE',
  'febf::1',
  'fec0::1',
  'ff02::1',
  'ff0e::1',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:2::1',
  '2001:10::1',
  '2001:20::1',
  '2001:db8::1',
  '2620:4f:8000::1',
  '3fff::1',
  '3ffe::1',
  '5f00::1',
  '4000::1',
  '8000::1',
];

const octets = (ip: string): readonly [number, number, number, number] => {
  const [a = 0, b = 0, c = 0, d = 0] = ip.split('.').map(Number);
  return [a, b, c, d];
};
const fullwidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const circled = (text: string): string =>
  text.replace(/[1-9]/g, (digit) => String.fromCodePoint(0x245f + Number(digit))).replaceAll('0', '\u24ea');
const escaped = (text: string): string =>
  [...text].map((character) => `%${character.charCodeAt(0).toString(16)}`).join('');

/** Every way in which `URL` or some other reader takes an IPv4 address. */
function spellings4(ip: string): readonly string[] {
  const [a, b, c, d] = octets(ip);
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number) => `0x${value.toString(16)}`;
  const octal = (value: number) => `0${value.toString(8)}`;
  return [
    ip,
    `${ip}.`,
    String(whole),
    hex(whole),
    `0X${whole.toString(16).toUpperCase()}`,
    octal(whole),
    `000${octal(whole)}`,
    [a, b, c, d].map(hex).join('.'),
    [a, b, c, d].map(octal).join('.'),
    `${hex(a)}.${b}.${octal(c)}.${d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    fullwidth(ip),
    fullwidth(String(whole)),
    circled(ip),
    escaped(ip),
    ip.replaceAll('.', '\u3002'),
    ip.replaceAll('.', '\uff0e'),
    ip.replaceAll('.', '%2e'),
    ...embedded(ip),
  ];
}

/** In IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP. */
function embedded(ip: string): readonly string[] {
  const [a, b, c, d] = octets(ip);
  const [high, low] = [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
  const inverted = [0xffff - (a * 256 + b), 0xffff - (c * 256 + d)].map((group) => group.toString(16)).join(':');
  return [
    `[::ffff:${ip}]`,
    `[::FFFF:${high}:${low}]`,
    `[0:0:0:0:0:ffff:${high}:${low}]`,
    `[::${ip}]`,
    `[::${high}:${low}]`,
    `[::ffff:0:${ip}]`,
    `[64:ff9b::${ip}]`,
    `[64:ff9b:1::${ip}]`,
    `[64:ff9b:1:ffff::${high}:${low}]`,
    `[2002:${high}:${low}::1]`,
    `[2001:0:4136:e378:8000:63bf:${inverted}]`,
    `[2606:4700::5efe:${ip}]`,
    `[2606:4700::200:5efe:${high}:${low}]`,
    `[fe80::5efe:${ip}]`,
  ];
}

const LOCAL_NAMES = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'localhost.localdomain',
  '\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54',
  'loc%61lhost',
  'l\u00adocalhost',
  'printer.local',
  'metadata.google.internal',
  'metadata.google.internal.',
  'metadata',
  'router.lan',
  'nas.home.arpa',
  'files.corp',
  'wiki.intranet',
  'kubernetes.default.svc.cluster.local',
  '1.0.0.127.in-addr.arpa',
  'example.com.',
];

const WRONG_URLS = [
  'http://example.com/a.pdf',
  'ftp://example.com/a.pdf',
  'file:///etc/passwd',
  'gopher://example.com/1',
  'data:text/plain,hello',
  'blob:https://example.com/1',
  'javascript:alert(1)',
  '//example.com/a.pdf',
  'example.com/a.pdf',
  'https:example.com',
  'https:///127.0.0.1/',
  'https:\\\\127.0.0.1\\',
  'https://example.com\\@127.0.0.1/',
  'https://example.com\t.evil/',
  ' https://127.0.0.1/',
  'https://127.0.0.1 /',
  'https://[::1%25eth0]/',
  'https://[fe80::1%eth0]/',
  'https://[::1/',
  'https://256.256.256.256/',
  'https://127.0.0.1.1/',
  'https://0x7f.1.1.1.1/',
  'https://127.0.0.1:99999/',
  'https://:443/',
  'https://',
  '',
  'https://user@example.com/',
  'https://user:word@example.com/',
  'https://example.com@127.0.0.1/',
  'https://127.0.0.1@example.com/',
  'https://127.0.0.1%2f@example.com/',
  `https://example.com/${'a'.repeat(5_000)}`,
  `https://${'a'.repeat(64)}.example.com/`,
  `https://${'a.'.repeat(124)}com.de/`,
  ...[1, 21, 22, 23, 25, 53, 110, 143, 445, 465, 587, 993, 2375, 3306, 5432, 6379, 9200, 11211, 27017].map(
    (port) => `https://example.com:${port}/`,
  ),
];

const plain = (url: string): Trap => ({ url, names: {}, redirects: {}, neverAsked: null });

const START = 'https://start.example.org/a.pdf';
const NEXT_NAME = 'next.example.org';
const NEXT = `https://${NEXT_NAME}/b`;

const REDIRECTED = { url: START, names: {}, neverAsked: null };

/** What a name or a redirect may lead to, as DNS and headers write it. */
const TARGETS = [...IPV4, ...IPV6.filter((address) => !address.includes('FE80'))];
const hostOf = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** All of them, each once. */
export function traps(): readonly Trap[] {
  const written = [...IPV4.flatMap(spellings4), ...IPV6.map(hostOf), ...LOCAL_NAMES];
  const literal = written.flatMap((host) => [`https://${host}/a.pdf`, `http://${host}:8080/`]);
  const led = TARGETS.flatMap((address): readonly Trap[] => {
    const url = `https://host-${address.replaceAll(/[.:]/g, '-')}.example.org/a.pdf`;
    const name = new URL(url).hostname;
    const known = { url, redirects: {}, neverAsked: name };
    return [
      { ...known, names: { [name]: [[address]] } },
      { ...known, names: { [name]: [['93.184.216.34', address]] } },
      // Public when it is looked at first, and not any more when the answer comes.
      { ...known, names: { [name]: [['93.184.216.34'], [address]] }, neverAsked: null },
      { ...REDIRECTED, redirects: { [START]: `https://${hostOf(address)}/` } },
      { ...REDIRECTED, redirects: { [START]: NEXT, [NEXT]: `http://${hostOf(address)}/` } },
      { ...REDIRECTED, names: { [NEXT_NAME]: [[address]] }, redirects: { [START]: NEXT }, neverAsked: NEXT_NAME },
    ];
  });
  const bad = { url: START, redirects: {}, neverAsked: 'start.example.org' };
  const others = [
    { ...REDIRECTED, redirects: { [START]: START } },
    { ...REDIRECTED, redirects: { [START]: 'file:///etc/passwd' } },
    { ...REDIRECTED, redirects: { [START]: 'http://next.example.org/b' } },
    { ...REDIRECTED, redirects: { [START]: 'https://user:word@next.example.org/b' } },
    { ...REDIRECTED, redirects: { [START]: '//127.0.0.1/' } },
    { ...REDIRECTED, redirects: { [START]: '//[::ffff:7f00:1]/' } },
    { ...bad, names: { 'start.example.org': [[]] } },
    { ...bad, names: { 'start.example.org': [['not an address']] } },
    { ...bad, names: { 'start.example.org': [['0177.0.0.1']] } },
    { ...bad, names: { 'start.example.org': [['fe80::1%eth0']] } },
  ];
  return [...[...new Set([...literal, ...WRONG_URLS])].map(plain), ...led, ...others];
}
