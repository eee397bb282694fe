import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfObjects } from '../../../src/parsers/pdf/pdf-objects';
import { pictureOfPage } from '../../../src/parsers/pdf/picture-of-page';
import { refuseHugePictures } from '../../../src/parsers/pdf/refuse-huge-pictures';

interface Made {
  readonly content?: string;
  readonly page?: string;
  readonly picture?: string;
  readonly pixels?: readonly number[];
  /** What stands behind the objects. */
  readonly after?: string;
}

/** A PDF of a page of 40 x 20 points, which shows a picture of 2 x 1 pixels over all of it. */
function pdfOf({
  content = 'q 40 0 0 20 0 0 cm /Scan Do Q',
  page = '',
  picture,
  pixels = [10, 20],
  after = '',
}: Made): Uint8Array {
  const entries = picture ?? '/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8';
  const stream = String.fromCharCode(...pixels);
  const text = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 40 20]/Resources 6 0 R>>endobj',
    `3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R${page}>>endobj`,
    `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
    `5 0 obj<</Subtype/Image${entries}/Length 7 0 R>>stream\r\n${stream}\r\nendstream endobj`,
    '6 0 obj<</XObject<</Scan 5 0 R>>>>endobj',
    `7 0 obj ${pixels.length} endobj`,
    `trailer<</Root 1 0 R>>${after}`,
  ].join('\n');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Width, height and gray of the page as it is shown; null where it is to be drawn. */
async function shownOf(made: Made, [width, height] = [40, 20]): Promise<number[] | null> {
  const objects = await pdfObjects(pdfOf(made));
  const image = await pictureOfPage(objects, 1, { width, height });
  return image === null ? null : [image.width, image.height, ...image.gray];
}

describe('A page of one picture', () => {
  it('is that picture, turned as the page shows it', async () => {
    expect(await shownOf({})).toEqual([2, 1, 10, 20]);
    expect(await shownOf({ content: '-40 0 0 -20 40 20 cm /Scan Do' })).toEqual([2, 1, 20, 10]);
    expect(await shownOf({ page: '/Rotate 90' }, [20, 40])).toEqual([1, 2, 10, 20]);
    expect(await shownOf({ page: '/Rotate 180' })).toEqual([2, 1, 20, 10]);
    expect(await shownOf({ page: '/Rotate 270' }, [20, 40])).toEqual([1, 2, 20, 10]);
  });

  it('may have text that is only to be searched', async () => {
    expect(await shownOf({ content: 'BT 3 Tr /F 9 Tf (a\\)b) Tj ET 40 0 0 20 0 0 cm /Scan Do' })).toEqual([
      2, 1, 10, 20,
    ]);
  });

  it('is drawn when it shows anything else, or only a part of the picture', async () => {
    for (const made of [
      { content: 'BT /F 9 Tf (Paid) Tj ET 40 0 0 20 0 0 cm /Scan Do' },
      { content: '40 0 0 20 0 0 cm /Scan Do /Scan Do' },
      { content: '0 0 10 10 re f 40 0 0 20 0 0 cm /Scan Do' },
      { content: '20 0 0 20 0 0 cm /Scan Do' },
      { content: '80 0 0 20 0 0 cm /Scan Do' },
      { page: '/Annots[<</Subtype/Stamp>>]' },
      { picture: '/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 6 0 R' },
      { picture: '/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/JBIG2Decode' },
    ])
      expect([made, await shownOf(made)]).toEqual([made, null]);
  });

  it('is decoded from rows with filters, colours by number, and bits that are painted', async () => {
    const packed = [...deflateSync(Uint8Array.from([1, 10, 10]))];
    const gray = '/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode';
    expect(await shownOf({ picture: `${gray}/DecodeParms<</Predictor 15>>`, pixels: packed })).toEqual([2, 1, 10, 20]);
    const numbered = '/Width 2/Height 1/ColorSpace[/Indexed/DeviceRGB 1<646464c8c8c8>]/BitsPerComponent 1';
    expect(await shownOf({ picture: numbered, pixels: [0x40] })).toEqual([2, 1, 100, 200]);
    const mask = { picture: '/Width 2/Height 1/ImageMask true', pixels: [0x40] };
    expect(await shownOf(mask)).toEqual([2, 1, 0, 255]);
    expect(await shownOf({ ...mask, content: '1 0 0 rg 40 0 0 20 0 0 cm /Scan Do' })).toBe(null);
  });

  it('is the one of the last revision, also where objects are packed', async () => {
    const inner = '3 0 <</Type/Page/Parent 2 0 R/Contents 4 0 R/Rotate 180>>';
    const packed = deflateSync(inner);
    const binary = String.fromCharCode(...packed);
    const after = `\n9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n${binary}\nendstream endobj`;
    expect(await shownOf({ after })).toEqual([2, 1, 20, 10]);
  });

  it('is refused where it would fill the memory to draw it', async () => {
    const coded = '/Width 5000/Height 7000/Filter/JBIG2Decode/BitsPerComponent';
    const [bits, colors] = await Promise.all(
      [1, 8].map((depth) => pdfObjects(pdfOf({ picture: `${coded} ${depth}` }))),
    );
    if (bits === undefined || colors === undefined) throw new Error('no objects');
    expect(() => refuseHugePictures(bits, 1)).not.toThrow();
    expect(() => refuseHugePictures(colors, 1)).toThrow(
      'page 1 of this PDF shows a picture of 5000 x 7000 pixels in a coding of which at most 12 million are read: scan it at 300 dpi, or save it as JPEG',
    );
  });

  it('is not looked for for ever where pages contain each other', async () => {
    expect(await shownOf({ after: '\n3 0 obj<</Kids[2 0 R 3 0 R]>>endobj' })).toBe(null);
  });
});
