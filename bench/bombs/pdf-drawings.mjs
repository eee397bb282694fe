import { flate, HEAD, pdf, stream } from './pdf-file.mjs';

const numbered = (from, count, make) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [from + index, make(from + index, index)]));

/** A page without a text, which is drawn to be read. */
const drawn = ({ content = '', resources = '', page = '', catalog = '', objects = {} }) =>
  pdf({
    1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    2: HEAD[2],
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
    4: flate('', `${content} 0 0 50 50 re f`),
    ...objects,
  });

const form = (content, xObjects = '', more = '') =>
  flate(
    `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${more} /Resources << /XObject << ${xObjects} >> >>`,
    content,
  );
/** Forms from object 10 on, each drawing the next twice. */
const tower = (levels) =>
  numbered(10, levels, (number, index) =>
    index === levels - 1 ? form('0 0 10 10 re f') : form('/X Do /X Do', `/X ${number + 1} 0 R`),
  );

const filled = (objects) =>
  drawn({ content: '/Pattern cs /P scn 0 0 595 842 re f', resources: '/Pattern << /P 9 0 R >>', objects });
const tiles = (more, content, resources = '') =>
  flate(`/PatternType 1 /PaintType 1 /TilingType 1 ${more} /Resources << ${resources} >>`, content);
const masked = (objects) => drawn({ content: '/G gs 0 0 99 99 re f', resources: '/ExtGState << /G 9 0 R >>', objects });
const MASK = '<< /Type /ExtGState /SMask << /S /Luminosity /G 10 0 R >> >>';
const shaded = (shading, objects, times = 1) =>
  drawn({ content: '/S sh '.repeat(times), resources: `/Shading << /S ${shading} >>`, objects });
const BY_FUNCTION = '<< /ShadingType 1 /ColorSpace /DeviceGray /Function 10 0 R >>';
const NOTE = '/Type /Annot /F 4 /Rect [0 0 500 500] /AP << /N 10 0 R >>';

/** Pages that take next to no time to be read and no end to be drawn, by name. */
export const DRAWING_BOMBS = {
  'drawn pattern of steps that are next to nothing': () =>
    filled({ 9: tiles('/BBox [0 0 1 1] /XStep 0.00001 /YStep 0.00001', '0 0 1 1 re f') }),
  'drawn pattern that fills itself': () =>
    filled({
      9: tiles('/BBox [0 0 9 9] /XStep 9 /YStep 9', '/Pattern cs /P scn 0 0 9 9 re f', '/Pattern << /P 9 0 R >>'),
    }),
  'drawn patterns of patterns': () =>
    filled(
      numbered(9, 30, (number) =>
        tiles(
          '/BBox [0 0 500 500] /XStep 500 /YStep 500',
          '/Pattern cs /P scn 0 0 250 250 re f /P scn 9 9 250 250 re f',
          `/Pattern << /P ${number + 1} 0 R >>`,
        ),
      ),
    ),
  'drawn pattern of forms doubling': () =>
    filled({
      9: tiles('/BBox [0 0 500 500] /XStep 500 /YStep 500', '/X Do', '/XObject << /X 10 0 R >>'),
      ...tower(30),
    }),
  'drawn stamp of forms doubling': () => drawn({ page: `/Annots [<< /Subtype /Stamp ${NOTE} >>]`, objects: tower(30) }),
  'drawn field of forms doubling': () =>
    drawn({
      catalog: '/AcroForm << /Fields [9 0 R] >>',
      page: '/Annots [9 0 R]',
      objects: { 9: `<< /Subtype /Widget /FT /Btn /T (a) ${NOTE} >>`, ...tower(30) },
    }),
  'drawn letter of forms doubling': () =>
    drawn({
      content: 'BT /T 10 Tf 60 600 Td (aaaaaaaa) Tj ET',
      resources: '/Font << /T 8 0 R >>',
      objects: {
        8: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs << /a 9 0 R >> /Resources << /XObject << /X 10 0 R >> >> >>',
        9: flate('', '1 0 d0 /X Do'),
        ...tower(30),
      },
    }),
  'drawn mask of forms doubling': () => masked({ 9: MASK, ...tower(30) }),
  'drawn mask that masks itself': () =>
    masked({
      9: MASK,
      10: flate(
        '/Subtype /Form /BBox [0 0 99 99] /Group << /S /Transparency >> /Resources << /ExtGState << /G 9 0 R >> >>',
        '/G gs 0 0 99 99 re f /G gs 0 0 99 99 re f',
      ),
    }),
  'drawn gradients of long functions': () =>
    shaded(
      BY_FUNCTION,
      { 10: stream('/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]', `{ mul ${'dup mul '.repeat(200)}}`) },
      1000,
    ),
  'drawn gradient of hundred thousand patches': () =>
    shaded('10 0 R', {
      10: stream(
        '/ShadingType 7 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 595 0 842 0 1 0 1 0 1]',
        Uint8Array.from({ length: 400_000 }, (_, index) => (index * 7919) & 255),
      ),
    }),
  'drawn curves as wide as the page': () =>
    drawn({
      content: `300 w 1 j ${Array.from({ length: 5000 }, (_, index) => `${index % 595} 0 m ${(index * 7) % 595} 842 ${(index * 13) % 595} 0 ${(index * 3) % 595} 842 c S`).join('\n')}`,
    }),
  'drawn groups of groups': () =>
    drawn({
      content: '/X Do',
      resources: '/XObject << /X 10 0 R >>',
      objects: numbered(10, 30, (number) =>
        form('/X Do', `/X ${number + 1} 0 R`, '/Group << /S /Transparency /I true /K true >>'),
      ),
    }),
  'drawn picture a thousand times': () =>
    drawn({
      content: 'q 595 0 0 842 0 0 cm /X Do Q '.repeat(1000),
      resources: '/XObject << /X 10 0 R >>',
      objects: {
        10: flate(
          '/Type /XObject /Subtype /Image /Width 2000 /Height 2000 /ColorSpace /DeviceGray /BitsPerComponent 8',
          new Uint8Array(4_000_000),
        ),
      },
    }),
};
