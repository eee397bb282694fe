import type { PageImage } from '../ocr/character-reader';

/**
 * Where the pixel of a picture as it is to be seen lies in the file, by Exif orientation: from column and row as shares
 * of the last ones, which `swap` has changed for each other.
 */
const ORIENTATIONS: readonly { readonly swap: boolean; readonly mirrorX: boolean; readonly mirrorY: boolean }[] = [
  { swap: false, mirrorX: false, mirrorY: false },
  { swap: false, mirrorX: true, mirrorY: false },
  { swap: false, mirrorX: true, mirrorY: true },
  { swap: false, mirrorX: false, mirrorY: true },
  { swap: true, mirrorX: false, mirrorY: false },
  { swap: true, mirrorX: false, mirrorY: true },
  { swap: true, mirrorX: true, mirrorY: true },
  { swap: true, mirrorX: true, mirrorY: false },
];

/** Whether width and height change places when a picture of this orientation is turned. */
export function liesAcross(orientation: number): boolean {
  return ORIENTATIONS[orientation - 1]?.swap ?? false;
}

/** An image as it is to be seen. `orientation`: Exif 1-8 (tag 0x0112). Pure. */
export function oriented(image: PageImage, orientation: number): PageImage {
  const rule = ORIENTATIONS[orientation - 1];
  if (orientation === 1 || rule === undefined) return image;
  const { swap, mirrorX, mirrorY } = rule;
  const [width, height] = swap ? [image.height, image.width] : [image.width, image.height];
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const across = swap ? y : x;
      const down = swap ? x : y;
      const column = mirrorX ? image.width - 1 - across : across;
      const row = mirrorY ? image.height - 1 - down : down;
      gray[y * width + x] = image.gray[row * image.width + column] ?? 255;
    }
  }
  return { width, height, gray };
}
