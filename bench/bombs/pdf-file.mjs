import { bytesOf, joined, zlib } from './packing.mjs';

const text = (value) => (typeof value === 'string' ? bytesOf(value) : value);

/** A stream object: `entries` of its dictionary besides its length, and its bytes as they lie in the file. */
export function stream(entries, content) {
  const bytes = text(content);
  return joined([bytesOf(`<< ${entries} /Length ${bytes.length} >>\nstream\n`), bytes, bytesOf('\nendstream')]);
}

export const flate = (entries, content) => stream(`${entries} /Filter /FlateDecode`, zlib(text(content)));

/** A PDF of these objects by number; 1 is its catalog. `trailer`: entries of it besides. */
export function pdf(objects, trailer = '') {
  const parts = [bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  let at = parts[0].length;
  const places = new Map();
  const add = (bytes) => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [number, object] of Object.entries(objects)) {
    places.set(Number(number), at);
    add(joined([bytesOf(`${number} 0 obj\n`), text(object), bytesOf('\nendobj\n')]));
  }
  const start = at;
  const size = Math.max(...places.keys()) + 1;
  const lines = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  add(bytesOf(`xref\n0 ${size}\n${lines.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`));
  add(bytesOf(`startxref\n${start}\n%%EOF\n`));
  return joined(parts);
}

export const HEAD = {
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
};

/** One page with a font, a line of text and `more`; further objects by number, from 10 on. */
export function onePage({
  content = '',
  resources = '',
  page = '',
  catalog = '',
  box = '[0 0 595 842]',
  objects = {},
  trailer = '',
}) {
  return pdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      2: HEAD[2],
      3: `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
      4: flate('', joined([bytesOf('BT /F1 11 Tf 60 780 Td (Invoice number: B-1) Tj ET\n'), text(content)])),
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...objects,
    },
    trailer,
  );
}

/** A form that draws what `content` says, with these things to draw. */
export const form = (content, xObjects = '', more = '') =>
  flate(
    `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${more} /Resources << /Font << /F1 5 0 R >> /XObject << ${xObjects} >> >>`,
    content,
  );
