import { describe, expect, it } from 'vitest';
import { lumaOfJpeg } from '../../../src/parsers/image/jpeg-luma';
import { renderStrips } from '../../../src/parsers/image/render-strips';
import type { PageImage } from '../../../src/parsers/ocr/character-reader';

/** A dark disc on colours that fade, 56 x 40 pixels: sizes that fill no whole blocks. */
const BASELINE =
  '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC' +
  '8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAoADgDASIAAhEBAxEB/8QAGQAB' +
  'AQADAQAAAAAAAAAAAAAAAgAEBQYH/8QALhAAAgAEBAMFCQAAAAAAAAAAAAECAwQRBQYhURIxcRVBVLLRFiI1NnOCk6Pw/8QAFwEBAQEBAAAAAA' +
  'AAAAAAAAAAAgMEBf/EABkRAAMBAQEAAAAAAAAAAAAAAAABAhEDIf/aAAwDAQACEQMRAD8A7RhY2aPMGOrClDKkwKOpjXElEnwww35vfk/7nKYd' +
  'PEO3htmFnCe0eLeL/XB6G8wHMEVdNVLVpKc17kcK0jstb7PS+3Tvu+FStMzpM3rAxsLAkRoDImQsIsz2ee5o+YKr7PIj0NnN5lwGZXxqro0nPS' +
  'UMcGi41vffr3dNVxamvTpdVqOKMrC/itH9eDzIuzMQ8DU/ii9Df5ewCbKnw1lbBwcGsuW7Nt25va23O+1tddUkjMdMwMbCzIkCgMiZCwgzPYWR' +
  'E0dWgMLIhIhQGFkQ0Z6CyIhEWf/Z';
const PROGRESSIVE =
  '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC' +
  '8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAoADgDASIAAhEBAxEB/8QAGgAA' +
  'AgMBAQAAAAAAAAAAAAAAAAECBAUDBv/EABcBAAMBAAAAAAAAAAAAAAAAAAECAwT/2gAMAwEAAhADEAAAAdpOihtrCvUneTSogCnfz3os06cTqa' +
  'FpacZKIiAZ2EC64oDNIGmgCn//xAAfEAABAwMFAAAAAAAAAAAAAAADAAEEEyAwAhIUMzT/2gAIAQEAAQUCwSD0lyCoEje9kr0IXbZJA+tUyKOB' +
  '2fF//8QAGBEAAwEBAAAAAAAAAAAAAAAAAAEQAhH/2gAIAQMBAT8BZ0c1HGMc/8QAGxEBAAEFAQAAAAAAAAAAAAAAAQACEBESICH/2gAIAQIBAT' +
  '8BDM0S9HjF7//EACEQAAEBBwUAAAAAAAAAAAAAAAIAARASIDAxMhFxgZGh/9oACAEBAAY/AqGjMll4oSvKTg3liC6wLpRnwyn/AP/EACMQAAEB' +
  'BQkAAAAAAAAAAAAAAAEAESAhMLEQMUFRcYGh8PH/2gAIAQEAAT8hkQAWlGNwC7wRtrkYu0NLOBq6V0pGa9ogkDGSz//aAAwDAQACAAMAAAAQPw' +
  'uCy5S/C/BB/8QAGBEBAAMBAAAAAAAAAAAAAAAAAQAQESD/2gAIAQMBAT8QeRDRh0s8Bn//xAAYEQEBAQEBAAAAAAAAAAAAAAABABEQIf/aAAgB' +
  'AgEBPxBVhJNgskekAQWREc//xAAgEAEBAAEEAgMBAAAAAAAAAAABABEhMVHwQXEQYcHR/9oACAEBAAE/EGZmZmYSKfADqN3nZ7v2/wAYCII02m' +
  'Jrnh0zx68szN0fr8dXwmZmJkJDRmPOeffj1r2b8vPz0wq43eMcb54xqzMzMzM3/9k=';
const [WIDTH, HEIGHT] = [56, 40];

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

async function decodedByLibrary(bytes: Uint8Array): Promise<PageImage | null> {
  const entries = '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode';
  return renderStrips(WIDTH, HEIGHT, [{ entries, bytes, rows: HEIGHT }]);
}

/** The mean difference of pixels, 0-255. */
function differenceOf(one: PageImage, other: PageImage): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  return one.gray.reduce((sum, gray, index) => sum + Math.abs(gray - (other.gray[index] ?? 0)), 0) / one.gray.length;
}

describe('The brightness of a JPEG', () => {
  it('is that of the pixels that a library decodes', async () => {
    for (const base64 of [BASELINE, PROGRESSIVE]) {
      const bytes = bytesOf(base64);
      const [own, library] = [lumaOfJpeg(bytes), await decodedByLibrary(bytes)];
      if (own === null || library === null) throw new Error('not decoded');
      expect(differenceOf(own, library)).toBeLessThan(1.5);
      expect(Math.max(...own.gray) - Math.min(...own.gray)).toBeGreaterThan(150);
    }
  });

  it('is left to the library where it is damaged, or coded otherwise', () => {
    const bytes = bytesOf(BASELINE);
    expect(lumaOfJpeg(bytes.subarray(0, bytes.length - 120))).toBe(null);
    const arithmetic = bytes.slice();
    arithmetic[bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0) + 1] = 0xc9;
    expect(lumaOfJpeg(arithmetic)).toBe(null);
  });
});
