import { bytesOf, joined, rawBomb, rawStart, zlib, zlibBomb } from './packing.mjs';
import { DISGUISED_BOMBS } from './pdf-disguises.mjs';
import { DRAWING_BOMBS } from './pdf-drawings.mjs';
import { ENDLESS_BOMBS } from './pdf-endless.mjs';
import { flate, form, HEAD, onePage, pdf, stream } from './pdf-file.mjs';
import { REVISION_BOMBS } from './pdf-revisions.mjs';

const repeated = (text, times) => text.repeat(times);
const numbered = (from, count, make) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [from + index, make(from + index, index)]));

/** Forms from object 10 on, each drawing the next so many times. */
const tower = (levels, draws) =>
  numbered(10, levels, (number, index) =>
    index === levels - 1
      ? form('BT /F1 9 Tf 60 700 Td (deep) Tj ET')
      : form(repeated('/X Do ', draws), `/X ${number + 1} 0 R`),
  );
const drawing = (objects, content = '/X Do') => onePage({ content, resources: '/XObject << /X 10 0 R >>', objects });

const LINE = 'BT /F1 9 Tf 60 700 Td (line) Tj ET\n';
const image = (width, height, more, bytes) =>
  stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${more}`, bytes);
const shown = (object) =>
  onePage({ content: 'q 500 0 0 500 0 0 cm /X Do Q', resources: '/XObject << /X 10 0 R >>', objects: { 10: object } });
const onlyShown = (object) =>
  pdf({
    ...HEAD,
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 10 0 R >> >> >>',
    4: flate('', 'q 595 0 0 842 0 0 cm /X Do Q'),
    10: object,
  });
const RGB = '/ColorSpace /DeviceRGB /BitsPerComponent 8';
/** Twenty-four megabytes. */
const LARGE = image(2828, 2828, RGB, new Uint8Array(3 * 2828 * 2828).fill(0x7f));
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

/** An xref stream instead of a table. */
function withXrefStream(entries, content) {
  const head =
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n';
  return joined([
    bytesOf(`${head}7 0 obj\n`),
    stream(`/Type /XRef /Root 1 0 R ${entries}`, content),
    bytesOf(`\nendobj\nstartxref\n${head.length}\n%%EOF\n`),
  ]);
}

const packed = (entries, content) => flate(`/Type /ObjStm ${entries}`, content);

const type3 = (glyph, resources) =>
  `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Differences [97 /a] >> /CharProcs << /a ${glyph} 0 R >> /Resources << ${resources} >> >>`;
const inFont = (objects) =>
  onePage({ content: 'BT /T 10 Tf 60 600 Td (aaaaaaaa) Tj ET', resources: '/Font << /F1 5 0 R /T 10 0 R >>', objects });

const annotated = (annotation, objects) => onePage({ page: `/Annots [${annotation}]`, objects });

/** What a PDF reader may be asked to do without end, by name. */
export const PDF_BOMBS = {
  ...DRAWING_BOMBS,
  ...DISGUISED_BOMBS,
  ...REVISION_BOMBS,
  ...ENDLESS_BOMBS,
  'picture of twenty-four megabytes': () => shown(LARGE),
  'twenty-four megabytes that nobody shows': () => onePage({ objects: { 10: LARGE } }),
  'form that draws itself': () => drawing({ 10: form('/X Do', '/X 10 0 R') }),
  'form that draws itself twice': () => drawing({ 10: form('/X Do /X Do', '/X 10 0 R') }),
  'form that draws itself by the resources of its page': () =>
    drawing({ 10: flate('/Type /XObject /Subtype /Form /BBox [0 0 595 842]', '/X Do /X Do') }),
  'two forms that draw each other': () =>
    drawing({ 10: form('/X Do /X Do', '/X 11 0 R'), 11: form('/X Do /X Do', '/X 10 0 R') }),
  'ring of fifty forms': () =>
    drawing(numbered(10, 50, (number) => form('/X Do /X Do', `/X ${number === 59 ? 10 : number + 1} 0 R`))),
  'form that draws itself, its name written otherwise': () => drawing({ 10: form('/#58 Do /X Do', '/#58 10 0 R') }),
  'form that draws itself from a stream that is not packed': () =>
    drawing({ 10: stream('/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>', '/X Do /X Do') }),
  'form that draws itself from a stream packed twice': () =>
    drawing({
      10: stream(
        '/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >> /Filter [/FlateDecode /FlateDecode]',
        zlib(zlib(bytesOf('/X Do /X Do'))),
      ),
    }),
  'form that draws itself from a stream in hexadecimal digits': () =>
    drawing({
      10: stream(
        '/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >> /Filter /ASCIIHexDecode',
        '2f5820446f202f5820446f>',
      ),
    }),
  'forms doubling thirty levels deep': () => drawing(tower(30, 2)),
  'forms doubling twenty levels deep': () => drawing(tower(20, 2)),
  'forms of forty draws, six levels deep': () => drawing(tower(6, 40)),
  'forms of a thousand draws, three levels deep': () => drawing(tower(3, 1000)),
  'chain of ten thousand forms': () => drawing(tower(10_000, 1)),
  'small form drawn a million times': () => drawing(tower(1, 1), repeated('/X Do\n', 1_000_000)),
  'large form drawn a thousand times': () => drawing({ 10: form(repeated(LINE, 2000)) }, repeated('/X Do\n', 1000)),
  'appearance of a note that draws itself': () =>
    annotated('<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N 10 0 R >> >>', {
      10: form('/X Do /X Do', '/X 10 0 R'),
    }),
  'appearance of a note that doubles': () =>
    annotated('<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N 10 0 R >> >>', tower(30, 2)),
  'hundred thousand notes': () =>
    annotated(repeated('<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (a) >> ', 100_000), {}),
  'note listed a million times': () =>
    annotated(repeated('10 0 R ', 1_000_000), {
      10: '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (a) >>',
    }),
  'glyph that writes itself': () =>
    inFont({ 10: type3(11, '/Font << /T 10 0 R >>'), 11: flate('', '1000 0 d0 BT /T 1 Tf (aa) Tj ET') }),
  'glyphs doubling thirty fonts deep': () =>
    inFont(
      numbered(10, 60, (number, index) =>
        index % 2 === 0
          ? type3(number + 1, index < 58 ? `/Font << /T ${number + 2} 0 R >>` : '')
          : flate('', '1000 0 d0 BT /T 1 Tf (aa) Tj ET'),
      ),
    ),
  'glyph that draws a form that writes it': () =>
    inFont({
      10: type3(11, '/XObject << /X 12 0 R >>'),
      11: flate('', '1000 0 d0 /X Do /X Do'),
      12: flate('/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /T 10 0 R >> >>', 'BT /T 1 Tf (aa) Tj ET'),
    }),
  'soft mask that masks itself': () =>
    onePage({
      content: '/G gs 0 0 99 99 re f',
      resources: '/ExtGState << /G 10 0 R >>',
      objects: {
        10: '<< /Type /ExtGState /SMask << /S /Luminosity /G 11 0 R >> >>',
        11: flate(
          '/Subtype /Form /BBox [0 0 99 99] /Group << /S /Transparency >> /Resources << /ExtGState << /G 10 0 R >> >>',
          '/G gs 0 0 99 99 re f /G gs 0 0 99 99 re f',
        ),
      },
    }),
  'pattern that fills itself': () =>
    onePage({
      content: '/Pattern cs /P scn 0 0 500 500 re f',
      resources: '/Pattern << /P 10 0 R >>',
      objects: {
        10: flate(
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P 10 0 R >> >>',
          '/Pattern cs /P scn 0 0 9 9 re f 0 0 9 9 re f',
        ),
      },
    }),
  'pattern of steps that are next to nothing': () =>
    onePage({
      content: '/Pattern cs /P scn 0 0 500 500 re f',
      resources: '/Pattern << /P 10 0 R >>',
      objects: {
        10: flate(
          '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.00001 /YStep 0.00001 /Resources << >>',
          '0 0 1 1 re f',
        ),
      },
    }),
  'node of pages inside itself': () => pdf({ ...HEAD, 2: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000 >>' }),
  'two nodes of pages inside each other': () =>
    pdf({
      ...HEAD,
      2: '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 1000 >>',
      3: '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 1000 >>',
    }),
  'nodes of pages doubling thirty levels deep': () =>
    pdf({
      1: HEAD[1],
      ...numbered(2, 31, (number, index) =>
        index === 30
          ? PAGE
          : `<< /Type /Pages /Kids [${number + 1} 0 R ${number + 1} 0 R] /Count ${2 ** (30 - index)} >>`,
      ),
    }),
  'nodes of pages doubling without counts': () =>
    pdf({
      1: HEAD[1],
      ...numbered(2, 31, (number, index) =>
        index === 30 ? PAGE : `<< /Type /Pages /Kids [${number + 1} 0 R ${number + 1} 0 R] >>`,
      ),
    }),
  'chain of ten thousand nodes of pages': () =>
    pdf({
      1: HEAD[1],
      ...numbered(2, 10_001, (number, index) =>
        index === 10_000 ? PAGE : `<< /Type /Pages /Kids [${number + 1} 0 R] /Count 1 >>`,
      ),
    }),
  'page listed a million times': () =>
    pdf({ ...HEAD, 2: `<< /Type /Pages /Kids [${repeated('3 0 R ', 1_000_000)}] /Count 1000000 >>`, 3: PAGE }),
  'hundred thousand pages': () =>
    pdf({
      1: HEAD[1],
      2: `<< /Type /Pages /Kids [${Array.from({ length: 100_000 }, (_, index) => `${index + 3} 0 R`).join(' ')}] /Count 100000 >>`,
      ...numbered(3, 100_000, () => PAGE),
    }),
  'count of a billion pages': () => pdf({ ...HEAD, 2: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', 3: PAGE }),
  'count of pages below none': () =>
    pdf({ ...HEAD, 2: '<< /Type /Pages /Kids [3 0 R] /Count -2147483648 >>', 3: PAGE }),
  'table of a billion objects': () =>
    joined([
      pdf({ ...HEAD, 3: PAGE }).slice(0, 9),
      bytesOf(
        'xref\n0 1000000000\n0000000000 65535 f \ntrailer\n<< /Size 1000000000 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
      ),
    ]),
  'stream of tables that says two billion objects': () =>
    withXrefStream('/Size 2147483647 /W [1 4 2] /Index [0 2147483647] /Filter /FlateDecode', zlib(new Uint8Array(70))),
  'stream of tables that inflates to a gibibyte': () =>
    withXrefStream('/Size 1000000 /W [1 4 2] /Filter /FlateDecode', zlibBomb(1024, '\x01')),
  'stream of tables with fields of a billion bytes': () =>
    withXrefStream('/Size 9 /W [1000000000 1000000000 1000000000] /Filter /FlateDecode', zlib(new Uint8Array(70))),
  'table that is before itself': () => pdf({ ...HEAD, 3: PAGE }, '/Prev 60'),
  'objects packed in streams that extend each other': () =>
    pdf({
      ...HEAD,
      3: PAGE,
      10: packed('/N 1 /First 5 /Extends 11 0 R', '20 0 << >>'),
      11: packed('/N 1 /First 5 /Extends 10 0 R', '21 0 << >>'),
    }),
  'packed objects that inflate to a gibibyte': () =>
    pdf({ ...HEAD, 3: PAGE, 10: stream('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', zlibBomb(1024, ' ')) }),
  'packed objects that are said to be a billion': () =>
    pdf({ ...HEAD, 3: PAGE, 10: packed('/N 1000000000 /First 1000000000', '20 0 << >>') }),
  'packed objects that are three million': () =>
    pdf({
      ...HEAD,
      3: PAGE,
      10: stream('/Type /ObjStm /N 3000000 /First 24000000 /Filter /FlateDecode', zlibBomb(23, '1 1 3 ')),
    }),
  'packed objects from six million letters for zeros': () =>
    pdf({
      ...HEAD,
      3: PAGE,
      10: stream('/Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode /ASCII85Decode]', zlibBomb(6, 'z')),
    }),
  'packed list of twelve million numbers': () =>
    onePage({
      page: '/Annots 20 0 R',
      objects: {
        10: stream(
          '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode',
          joined([Uint8Array.of(0x78, 0xda), rawStart('20 0 ['), rawBomb(23, '1 ')]),
        ),
      },
    }),
  'length of a stream that is the stream': () =>
    pdf({ ...HEAD, 3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`, 4: '<< /Length 4 0 R >>\nstream\nq Q\nendstream' }),
  'objects that are each other': () =>
    pdf({
      ...HEAD,
      3: '<< /Type /Page /Parent 2 0 R /MediaBox 10 0 R /Contents 10 0 R /Resources 10 0 R >>',
      10: '11 0 R',
      11: '10 0 R',
    }),
  'content that inflates to a gibibyte of blanks': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream('/Filter /FlateDecode', zlibBomb(1024, ' ')),
    }),
  'content that inflates to 256 MiB of saved states': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream('/Filter /FlateDecode', zlibBomb(256, 'q ')),
    }),
  'content that inflates to 64 MiB of rectangles': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream('/Filter /FlateDecode', zlibBomb(64, '1 1 9 9 re f ')),
    }),
  'content that inflates to 16 MiB of open arrays': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream('/Filter /FlateDecode', zlibBomb(16, '[')),
    }),
  'million words on a page': () => onePage({ content: repeated(LINE, 1_000_000) }),
  'curve of a million pieces': () => onePage({ content: `0 0 m ${repeated('9 9 50 90 99 10 c ', 1_000_000)} S` }),
  'line of dashes that are next to nothing': () => onePage({ content: '[0.000001 0.000001] 0 d 0 0 m 595 842 l S' }),
  'content listed a million times': () =>
    pdf({
      ...HEAD,
      3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [${repeated('4 0 R ', 1_000_000)}] /Resources << /Font << /F1 5 0 R >> >> >>`,
      4: flate('', LINE),
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    }),
  'content packed five times over': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream('/Filter [/FlateDecode /FlateDecode /FlateDecode]', zlib(zlib(zlibBomb(1024, ' ')))),
    }),
  'content behind ten thousand filters': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream(`/Filter [${repeated('/ASCIIHexDecode ', 10_000)}]`, '2020>'),
    }),
  'content of runs that unpack to a gibibyte': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream('/Filter [/FlateDecode /RunLengthDecode]', zlibBomb(16, '\x81 ')),
    }),
  'content of millions of runs of one byte': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream('/Filter [/FlateDecode /RunLengthDecode]', zlibBomb(8, '\x00a')),
    }),
  'content of eight megabytes of digits': () =>
    pdf({
      ...HEAD,
      3: `${PAGE.slice(0, -2)} /Contents 4 0 R >>`,
      4: stream('/Filter [/FlateDecode /ASCII85Decode]', zlibBomb(8, 'ABCDE')),
    }),
  'picture of ten billion pixels': () => shown(image(100_000, 100_000, `${RGB} /Filter /FlateDecode`, zlibBomb(8))),
  'page that is a picture of ten billion pixels': () =>
    onlyShown(image(100_000, 100_000, `${RGB} /Filter /FlateDecode`, zlibBomb(8))),
  'page that is a picture of four billion dots': () =>
    onlyShown(image(65_535, 65_535, '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode', zlibBomb(512))),
  'page that is a fax of a trillion dots': () =>
    onlyShown(
      image(
        1_000_000,
        1_000_000,
        '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 1000000 /Rows 1000000 >>',
        new Uint8Array(1000).fill(0xff),
      ),
    ),
  'page that is a JBIG2 picture of four billion dots': () =>
    onlyShown(
      image(
        65_535,
        65_535,
        '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode',
        Uint8Array.of(
          0,
          0,
          0,
          0,
          0x30,
          0,
          1,
          0,
          0,
          0,
          19,
          0,
          0,
          255,
          255,
          0,
          0,
          255,
          255,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
        ),
      ),
    ),
  'page that is a JPEG of four billion pixels': () =>
    onlyShown(
      image(
        65_500,
        65_500,
        `${RGB} /Filter /DCTDecode`,
        Uint8Array.of(
          ...[0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 255, 220, 255, 220, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
          ...[0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0, 0xff, 0xd9],
        ),
      ),
    ),
  'page of a billion points a side': () => onePage({ box: '[0 0 1000000000 1000000000]' }),
  'page of boundless sides': () => onePage({ box: '[-3e38 -3e38 3e38 3e38]' }),
  'page with a unit of a billion': () => onePage({ page: '/UserUnit 1000000000' }),
  'outline that is inside itself': () =>
    onePage({
      catalog: '/Outlines 10 0 R',
      objects: {
        10: '<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 2 >>',
        11: '<< /Title (a) /Parent 10 0 R /First 11 0 R /Next 11 0 R /Last 11 0 R >>',
      },
    }),
  'outline hundred thousand levels deep': () =>
    onePage({
      catalog: '/Outlines 10 0 R',
      objects: numbered(10, 100_000, (number) => `<< /Title (a) /First ${number + 1} 0 R /Last ${number + 1} 0 R >>`),
    }),
  'names of files that are inside themselves': () =>
    onePage({
      catalog: '/Names << /EmbeddedFiles 10 0 R >>',
      objects: { 10: '<< /Kids [10 0 R 10 0 R] /Limits [(a) (z)] >>' },
    }),
  'attached file that inflates to a gibibyte': () =>
    onePage({
      catalog: '/Names << /EmbeddedFiles << /Names [(a) 11 0 R] >> >>',
      objects: {
        10: stream('/Type /EmbeddedFile /Filter /FlateDecode', zlibBomb(1024)),
        11: '<< /Type /Filespec /F (a.xml) /EF << /F 10 0 R >> >>',
      },
    }),
  'ten thousand attached files': () =>
    onePage({ objects: numbered(10, 10_000, () => stream('/Type /EmbeddedFile', '<a>1</a>')) }),
  'script that never ends': () =>
    onePage({ catalog: '/OpenAction << /S /JavaScript /JS (for \\(;;\\) app.alert\\(1\\);) >>' }),
  'shading by a function that is part of itself': () =>
    onePage({
      content: '/S sh',
      resources: '/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Function 10 0 R >> >>',
      objects: {
        10: '<< /FunctionType 3 /Domain [0 1] /Functions [10 0 R 10 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>',
      },
    }),
  'shading by a function of a trillion samples': () =>
    onePage({
      content: '/S sh',
      resources: '/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Function 10 0 R >> >>',
      objects: {
        10: stream('/FunctionType 0 /Domain [0 1 0 1] /Range [0 1] /Size [1000000 1000000] /BitsPerSample 32', 'x'),
      },
    }),
  'colours counted in themselves': () =>
    onePage({
      content: '/C cs 0 sc 0 0 9 9 re f',
      resources: '/ColorSpace << /C 10 0 R >>',
      objects: { 10: '[/Indexed 10 0 R 255 (abc)]' },
    }),
  'letters that stand for four billion others': () =>
    onePage({
      content: 'BT /T 10 Tf 60 600 Td (aaaa) Tj ET',
      resources: '/Font << /F1 5 0 R /T 10 0 R >>',
      objects: {
        10: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>] /ToUnicode 11 0 R >>',
        11: flate(
          '',
          '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap end end',
        ),
      },
    }),
  'letters that inflate to a gibibyte': () =>
    onePage({
      content: 'BT /T 10 Tf 60 600 Td (aaaa) Tj ET',
      resources: '/Font << /F1 5 0 R /T 10 0 R >>',
      objects: {
        10: '<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 97 /LastChar 97 /Widths [500] /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 32 /FontFile2 11 0 R >> >>',
        11: stream('/Filter /FlateDecode', zlibBomb(1024)),
      },
    }),
  'widths of a billion letters': () =>
    onePage({
      content: 'BT /T 10 Tf 60 600 Td (aaaa) Tj ET',
      resources: '/Font << /F1 5 0 R /T 10 0 R >>',
      objects: {
        10: '<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 1000000000 /Widths [500] >>',
      },
    }),
  'object of a million open arrays': () => onePage({ page: `/Extra ${repeated('[', 1_000_000)}` }),
  'object of a hundred thousand open dictionaries': () => onePage({ page: `/Extra ${repeated('<</A', 100_000)}` }),
  'field that is its own child': () =>
    onePage({
      catalog: '/AcroForm << /Fields [10 0 R] >>',
      objects: { 10: '<< /T (a) /FT /Tx /Kids [10 0 R 10 0 R] /Parent 10 0 R >>' },
    }),
  'fields doubling thirty levels deep': () =>
    onePage({
      catalog: '/AcroForm << /Fields [10 0 R] >>',
      objects: numbered(10, 30, (number) => `<< /T (a) /Kids [${number + 1} 0 R ${number + 1} 0 R] >>`),
    }),
  'structure that is inside itself': () =>
    onePage({
      catalog: '/StructTreeRoot 10 0 R /MarkInfo << /Marked true >>',
      page: '/StructParents 0',
      objects: {
        10: '<< /Type /StructTreeRoot /K [11 0 R] /ParentTree << /Nums [0 [11 0 R]] >> >>',
        11: '<< /Type /StructElem /S /P /P 11 0 R /K [11 0 R 11 0 R] /Pg 3 0 R >>',
      },
    }),
  'labels of pages that are inside themselves': () =>
    onePage({ catalog: '/PageLabels 10 0 R', objects: { 10: '<< /Kids [10 0 R 10 0 R] >>' } }),
};
