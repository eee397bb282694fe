import { ParseError } from '../parse-error';
import type { PdfObjects } from './pdf-objects';
import type { PdfValue } from './pdf-values';
import { streamContent } from './stream-content';

/** Bytes of one font, or of what its letters stand for, unpacked; those of Chinese and Japanese have 20 million. */
const MAX_FONT_BYTES = 24 * 1024 * 1024;
/** What is packed smaller cannot be larger: deflate packs a thousand bytes to one at best. */
const SURELY_SMALL = MAX_FONT_BYTES / 1032;
/** Fonts of one page that are looked at. */
const MAX_FONTS = 1000;

/** Refuses a page whose fonts unpack beyond measure. Throws `ParseError`. */
export async function refuseInflatedFonts(objects: PdfObjects, resources: PdfValue, place: string): Promise<void> {
  const fonts = objects.entryOf(resources, '/Font');
  for (const font of fonts instanceof Map ? [...fonts.values()].slice(0, MAX_FONTS) : []) {
    const below = objects.entryOf(font, '/DescendantFonts');
    for (const one of [font, ...(Array.isArray(below) ? below : [])]) {
      const dictionary = objects.resolve(one);
      const descriptor = objects.entryOf(one, '/FontDescriptor');
      for (const [holder, name] of [
        [dictionary, '/ToUnicode'],
        [dictionary, '/Encoding'],
        [descriptor, '/FontFile'],
        [descriptor, '/FontFile2'],
        [descriptor, '/FontFile3'],
      ] as const) {
        const stream = objects.streamOf(holder instanceof Map ? holder.get(name) : undefined);
        const isFiltered = Array.isArray(stream === null ? null : objects.resolve(stream.dictionary.get('/Filter')));
        if (stream === null || (stream.bytes.length < SURELY_SMALL && !isFiltered)) continue;
        if ((await streamContent(objects, stream, MAX_FONT_BYTES)) === 'limit')
          throw new ParseError(
            'document-unreadable',
            `${place} of this PDF has a font of more than ${MAX_FONT_BYTES} bytes; export it again from its source`,
          );
      }
    }
  }
}
