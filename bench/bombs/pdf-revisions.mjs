import { big, bytesOf, joined, zlib } from './packing.mjs';
import { flate, stream } from './pdf-file.mjs';

const text = (value) => (typeof value === 'string' ? bytesOf(value) : value);

/**
 * Writes a PDF whose table leads wherever it is told to: `say` puts an object and answers where, `end` the table and what
 * stands behind it.
 */
function writer() {
  const parts = [bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  let at = parts[0].length;
  const put = (bytes) => {
    const start = at;
    parts.push(text(bytes));
    at += parts.at(-1).length;
    return start;
  };
  const say = (number, object) => {
    const start = put(`${number} 0 obj\n`);
    put(object);
    put('\nendobj\n');
    return start;
  };
  const table = (places, trailer) => {
    const lines = Object.entries(places).map(
      ([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`,
    );
    return put(
      `xref\n0 1\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size 200 /Root 1 0 R ${trailer ?? ''} >>\n`,
    );
  };
  const close = (start) => {
    put(`startxref\n${start}\n%%EOF\n`);
    return joined(parts);
  };
  return { put, say, table, close };
}

const LEVELS = 30;
const formOf = (content, more) =>
  flate(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${more} >>`, content);

/** What takes no end: forms that each draw the next twice, from 20 on, met by reading; and a pattern whose tiles are without number. */
const SECRETS = {
  'forms doubling': {
    content: 'BT /F1 11 Tf 60 780 Td (Invoice number: B-1) Tj ET /X Do',
    resources: '/Font << /F1 5 0 R >> /XObject << /X 20 0 R >>',
    objects: Object.fromEntries(
      Array.from({ length: LEVELS }, (_, index) => [
        20 + index,
        formOf('/X Do /X Do', `/XObject << /X ${21 + index} 0 R >>`),
      ]),
    ),
  },
  'drawn gradients': {
    content: '/S sh '.repeat(1000),
    resources: '/Font << /F1 5 0 R >> /Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Function 20 0 R >> >>',
    objects: { 20: stream('/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]', `{ mul ${'dup mul '.repeat(200)}}`) },
  },
};

/** What is drawn in no time, and says so much that nobody looks for letters in its picture. */
const CALM = flate('', 'BT /F1 11 Tf 60 780 Td (Invoice number: B-2, of the 3rd of May 2026) Tj ET 0 0 50 50 re f');
const page = (resources, contents = '4 0 R') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} /Resources << ${resources} >> >>`;
const objectsOf = ({ content, resources, objects = {} }) => ({
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: page(resources),
  4: flate('', content),
  5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  6: CALM,
  ...objects,
});
const calmPage = page('/Font << /F1 5 0 R >>', '6 0 R');

/** Every object of the secret, and where; without those that are said in another way. */
function sayAll(out, secret, ...otherwise) {
  const entries = Object.entries(objectsOf(secret)).filter(([number]) => !otherwise.includes(Number(number)));
  return Object.fromEntries(entries.map(([number, object]) => [number, out.say(number, object)]));
}

/** What the table leads to, and what is said after it. */
const saidAgain = (number, calm) => (secret) => {
  const out = writer();
  const places = sayAll(out, secret);
  for (const object of [calm].flat()) out.say(number, object);
  return out.close(out.table(places));
};

/** A table as a stream (ISO 32000-1, 7.5.8) of these fields. */
function tableStream(out, number, widths, rows, more = '') {
  const bytes = joined(rows.flatMap(([, ...fields]) => fields.map((field, index) => big(field, widths[index]))));
  const index = rows.map(([of]) => `${of} 1`).join(' ');
  return out.say(
    number,
    stream(
      `/Type /XRef /Size 200 /Root 1 0 R /W [${widths.join(' ')}] /Index [${index}] ${more} /Filter /FlateDecode`,
      zlib(bytes),
    ),
  );
}

const packed = (number, object, before = '') =>
  stream(
    `/Type /ObjStm /N 1 /First ${`${number} 0 `.length} /Filter /FlateDecode`,
    zlib(bytesOf(`${number} 0 ${before}${object}`)),
  );

/** The page is packed in object 10, where only the table's last field tells. */
const packedPage = (between, holder) => (secret) => {
  const out = writer();
  const places = sayAll(out, secret, 3);
  between(out, secret);
  const holderAt = holder(out, secret);
  const rows = Object.entries(places).map(([number, place]) => [number, 1, place, 0]);
  const start = out.put('');
  return out.close(tableStream(out, 12, [1, 8, 3], [...rows, [10, 1, holderAt, 0], [3, 2, 10, 0], [12, 1, start, 0]]));
};
const plainHolder = (out, { resources }) => out.say(10, packed(3, page(resources)));

const WAYS = {
  'page said again': saidAgain(3, calmPage),
  'instructions said again': saidAgain(4, CALM),
  'page said again sixty times': saidAgain(3, Array(60).fill(calmPage)),
  'instructions said again sixty times': saidAgain(4, Array(60).fill(CALM)),
  'pages said again': (secret) => {
    const out = writer();
    const places = sayAll(out, secret);
    out.say(2, '<< /Type /Pages /Kids [7 0 R] /Count 1 >>');
    out.say(7, calmPage);
    return out.close(out.table(places));
  },
  'resources said again': (secret) => {
    const out = writer();
    const places = sayAll(out, secret, 3);
    places[3] = out.say(3, page('').replace('<<  >>', '9 0 R'));
    places[9] = out.say(9, `<< ${secret.resources} >>`);
    out.say(9, '<< >>');
    return out.close(out.table(places));
  },
  'another catalog': (secret) => {
    const out = writer();
    const start = out.table(sayAll(out, secret));
    out.say(101, '<< /Type /Catalog /Pages 102 0 R >>');
    out.say(102, '<< /Type /Pages /Kids [103 0 R] /Count 1 >>');
    out.say(103, calmPage.replace('2 0 R', '102 0 R'));
    out.put('trailer\n<< /Size 200 /Root 101 0 R >>\n');
    return out.close(start);
  },
  'page in another number': (secret) => {
    const out = writer();
    const places = sayAll(out, secret, 3);
    places[3] = out.say(103, page(secret.resources)) + 2;
    out.say(3, calmPage);
    return out.close(out.table(places));
  },
  'page in the content of a stream': (secret) => {
    const out = writer();
    const places = sayAll(out, secret, 3);
    const hidden = `3 0 obj\n${page(secret.resources)}\nendobj\n`;
    const start = out.say(9, stream('', hidden));
    places[3] = start + `9 0 obj\n<<  /Length ${hidden.length} >>\nstream\n`.length;
    out.say(3, calmPage);
    return out.close(out.table(places));
  },
  'page packed behind nine mebibytes': packedPage((out, { resources }) => {
    out.say(3, calmPage);
    out.say(11, packed(90, page(resources), ' '.repeat(9 * 1024 * 1024)));
  }, plainHolder),
  'page packed where only the table says so': packedPage(
    () => {},
    (out, secret) => {
      const place = plainHolder(out, secret);
      out.say(3, calmPage);
      return place;
    },
  ),
  'page packed behind an object that is none': packedPage(
    (out) => out.say(3, calmPage),
    (out, { resources }) => {
      const whole = String.fromCharCode(...packed(3, page(resources)));
      return out.say(10, bytesOf(whole.replace('<< ', '<< /A (9 0 obj) ')));
    },
  ),
  'page in a table of two kinds': (secret) => {
    const out = writer();
    const places = sayAll(out, secret, 3);
    const holderAt = plainHolder(out, secret);
    out.say(3, calmPage);
    const start = out.put('');
    const hidden = tableStream(
      out,
      12,
      [1, 4, 2],
      [
        [3, 2, 10, 0],
        [10, 1, holderAt, 0],
        [12, 1, start, 0],
      ],
    );
    return out.close(out.table(places, `/XRefStm ${hidden}`));
  },
  'page in a table without kinds': (secret) => {
    const out = writer();
    const places = sayAll(out, secret);
    out.say(3, calmPage);
    const start = out.put('');
    const rows = Object.entries(places).map(([number, place]) => [number, 0, place]);
    return out.close(
      tableStream(
        out,
        12,
        [0, 8, 0],
        [...rows, [12, 0, start]].map(([number, , place]) => [number, 0, place, 0]),
      ),
    );
  },
};

/** Met by reading as well; the others differ only in how they are found. */
const READ_TOO = [
  'page said again',
  'another catalog',
  'page in another number',
  'page packed where only the table says so',
];

/** What takes no end, where readers that go by the table find it, and who looks for the last word of the file does not. */
export const REVISION_BOMBS = Object.fromEntries(
  Object.entries(SECRETS).flatMap(([what, secret]) =>
    Object.entries(WAYS)
      .filter(([way]) => what.startsWith('drawn') || READ_TOO.includes(way))
      .map(([way, make]) => [`${what}: ${way}`, () => make(secret)]),
  ),
);
