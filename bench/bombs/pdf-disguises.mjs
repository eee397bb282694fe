import { createHash } from 'node:crypto';
import { constants, deflateSync } from 'node:zlib';
import { bytesOf, joined, zlib } from './packing.mjs';
import { flate, HEAD, onePage, pdf, stream } from './pdf-file.mjs';

const PADDING = bytesOf(
  String.fromCharCode(
    ...'28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a'
      .match(/../g)
      .map((pair) => parseInt(pair, 16)),
  ),
);
const OWNER = new Uint8Array(32).fill(0x41);
const ID = new Uint8Array(16).fill(0x42);
const hexOf = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const md5 = (...parts) => new Uint8Array(createHash('md5').update(joined(parts)).digest());

function rc4(key, bytes) {
  const state = Array.from({ length: 256 }, (_, index) => index);
  for (let one = 0, other = 0; one < 256; one += 1) {
    other = (other + state[one] + key[one % key.length]) & 255;
    [state[one], state[other]] = [state[other], state[one]];
  }
  let [one, other] = [0, 0];
  return bytes.map((byte) => {
    one = (one + 1) & 255;
    other = (other + state[one]) & 255;
    [state[one], state[other]] = [state[other], state[one]];
    return byte ^ state[(state[one] + state[other]) & 255];
  });
}

const KEY = md5(PADDING, OWNER, Uint8Array.of(0xfc, 0xff, 0xff, 0xff), ID).slice(0, 5);
const TERMS = `/ID [<${hexOf(ID)}> <${hexOf(ID)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${hexOf(OWNER)}> /U <${hexOf(rc4(KEY, PADDING))}> >>`;

/** The streams of a file locked (ISO 32000-1, 7.6) so that it opens without a password; its trailer says so by `TERMS`. */
function locked(file) {
  const text = String.fromCharCode(...file);
  const whole = file.slice();
  for (const head of text.matchAll(/(\d+) 0 obj\n<<(?:(?!endobj)[^\0])*?\/Length (\d+) >>\nstream\n/g)) {
    const number = Number(head[1]);
    const [start, length] = [head.index + head[0].length, Number(head[2])];
    const key = md5(KEY, Uint8Array.of(number & 255, number >> 8, 0, 0, 0)).slice(0, 10);
    whole.set(rc4(key, file.slice(start, start + length)), start);
  }
  return whole;
}

const LEVELS = 30;
const entriesOf = (number) =>
  `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${number + 1} 0 R >> >>`;
/** Forms from object 10 on, each drawing the next twice; `make`: how each is written. */
const towerOf = (make) =>
  Object.fromEntries(
    Array.from({ length: LEVELS }, (_, index) => [10 + index, make(entriesOf(10 + index), '/X Do /X Do', index)]),
  );
const drawing = (make, trailer = '') =>
  onePage({ content: '/X Do', resources: '/XObject << /X 10 0 R >>', objects: towerOf(make), trailer });

/** Bytes as they are, their last another. */
function withWrongEnd(bytes) {
  const wrong = bytes.slice();
  wrong[wrong.length - 1] ^= 1;
  return wrong;
}

/** A zlib stream that ends in a block of a kind that there is not. */
const beforeDamage = (text) =>
  joined([new Uint8Array(deflateSync(bytesOf(text), { finishFlush: constants.Z_SYNC_FLUSH })), Uint8Array.of(7)]);

/** Characters as codes of nine bits (ISO 32000-1, 7.4.4.2), every one for itself. */
function lzw(text) {
  const bits = [256, ...bytesOf(text), 257].map((code) => code.toString(2).padStart(9, '0')).join('');
  return Uint8Array.from(bits.match(/.{1,8}/g), (eight) => Number.parseInt(eight.padEnd(8, '0'), 2));
}

/** Rows of these many bytes, each said by what it adds to the one above. */
function differences(text, columns) {
  const bytes = bytesOf(text);
  const rows = Array.from({ length: Math.ceil(bytes.length / columns) }, (_, row) =>
    Uint8Array.from({ length: 1 + columns }, (_, at) =>
      at === 0 ? 2 : (bytes[row * columns + at - 1] ?? 0) - (bytes[(row - 1) * columns + at - 1] ?? 0),
    ),
  );
  return joined(rows);
}

/** The same forms that double thirty levels deep, written so as not to be seen. */
export const DISGUISED_BOMBS = {
  'forms doubling in a locked file': () => locked(drawing((entries, content) => flate(entries, content), TERMS)),
  'locked file that needs a password': () =>
    onePage({ trailer: TERMS.replace(/\/U <..../, '/U <0000'), content: '0 0 9 9 re f' }),
  'forms doubling after lines that end in returns': () =>
    drawing((entries, content) => `<< ${entries} /Length ${content.length} >>\rstream\r${content}\rendstream`),
  'forms doubling far behind their keyword': () =>
    drawing(
      (entries, content) =>
        `<< ${entries} /Length ${content.length} >>\nstream${' '.repeat(500)}\n${content}\nendstream`,
    ),
  'forms doubling behind comments': () =>
    drawing(
      (entries, content) =>
        `<< ${entries} /Length ${content.length} >> % ${'a'.repeat(500)}\nstream\n${content}\nendstream`,
    ),
  'forms doubling in streams that never end': () =>
    drawing((entries, content) => `<< ${entries} >>\nstream\n${content}\n`),
  'forms doubling behind an end that is none': () =>
    drawing((entries) => {
      const content = '(endstream) pop /X Do /X Do ';
      return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\n\n\n\n\n% a\nendstream`;
    }),
  'forms doubling from a page packed twice': () => {
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 10 0 R >> >> >>';
    const hex = bytesOf(`${hexOf(bytesOf(`3 0 ${page}`))}>`);
    return pdf({
      ...HEAD,
      4: flate('', '/X Do'),
      5: stream('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /ASCIIHexDecode]', zlib(hex)),
      ...towerOf((entries, content) => flate(entries, content)),
    });
  },
  'forms doubling below a catalog by another name': () => {
    const plain = String.fromCharCode(...drawing((entries, content) => flate(entries, content)));
    return bytesOf(`${plain.replace('/Root 1 0 R', '/R#6fot 1 0 R')}%/Root 99 0 R`);
  },
  'forms doubling in objects far from their numbers': () => {
    const plain = String.fromCharCode(
      ...drawing((entries, content) => `<< ${entries} >>\nstream\n${content}\nendstream`),
    );
    return bytesOf(plain.replace(/(1\d|2\d|3\d) 0 obj/g, `$1\0${' '.repeat(60)}000\0obj`));
  },
  'forms doubling, checksums wrong': () =>
    drawing((entries, content) => stream(`${entries} /Filter /FlateDecode`, withWrongEnd(zlib(bytesOf(content))))),
  'long form drawn ten thousand times, checksums wrong': () =>
    onePage({
      content: '/X Do',
      resources: '/XObject << /X 10 0 R >>',
      objects: Object.fromEntries(
        ['/X Do '.repeat(100), '/X Do '.repeat(100), 'q Q '.repeat(500_000)].map((content, index) => [
          10 + index,
          stream(`${entriesOf(10 + index)} /Filter /FlateDecode`, withWrongEnd(zlib(bytesOf(content)))),
        ]),
      ),
    }),
  'forms doubling before damage': () =>
    drawing((entries, content) => stream(`${entries} /Filter /FlateDecode`, beforeDamage(content))),
  'forms doubling behind a filter that nobody knows': () =>
    drawing((entries, content) => stream(`${entries} /Filter /Unknown`, content)),
  'forms doubling before a filter that nobody knows': () =>
    drawing((entries, content) => stream(`${entries} /Filter [/FlateDecode /Unknown]`, zlib(bytesOf(content)))),
  'forms doubling behind rows of no length': () =>
    drawing((entries, content) =>
      stream(`${entries} /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns -1 >>`, content),
    ),
  'forms doubling in differences of rows': () =>
    drawing((entries, content) =>
      stream(
        `${entries} /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >>`,
        zlib(differences(content, 5)),
      ),
    ),
  'forms doubling in the second half of what is packed': () =>
    drawing((entries, content) => stream(`${entries} /Filter /LZWDecode`, lzw(`${' '.repeat(99)}${content}`))),
  'marks of tables without streams': () =>
    joined([onePage({}), bytesOf('/XRef '.repeat(500_000)), bytesOf('\nstream\nendstream')]),
};
