/** Where it is not known how large a picture is in print, it is taken to be as wide as A4, in points. */
const A4_WIDTH = 595;
const POINTS_PER_INCH = 72;
/** Resolutions that pictures of paper have; 72 and 96 are what programs write that know none. */
const SENSIBLE_DPI = { from: 100, to: 1200 };
/** Sides of paper, in points: from a stamp to a poster. */
const SENSIBLE_SIDE = { from: 72, to: 2400 };

/** Points to a pixel of a picture, from its resolution where that makes a sheet of paper of it. */
export function pointsPerPixel(width: number, height: number, dpi: number | null): number {
  if (dpi !== null && dpi >= SENSIBLE_DPI.from && dpi <= SENSIBLE_DPI.to) {
    const scale = POINTS_PER_INCH / dpi;
    const isPaper = (side: number): boolean => side * scale >= SENSIBLE_SIDE.from && side * scale <= SENSIBLE_SIDE.to;
    if (isPaper(width) && isPaper(height)) return scale;
  }
  return A4_WIDTH / width;
}
