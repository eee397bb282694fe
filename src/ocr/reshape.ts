import type { PageImage, SeenPage } from '../parsers/ocr/character-reader';

/** A place on an image, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An image made of another one, and where its places lie on that. */
export interface Reshaped {
  readonly image: PageImage;
  /** From a place on `image` to the place on the image it was made of. */
  readonly back: (place: Point) => Point;
}

const PAPER = 255;

function unchanged(image: PageImage): Reshaped {
  return { image, back: (place) => place };
}

/** One reshaping after another. */
export function after(first: Reshaped, second: Reshaped): Reshaped {
  return { image: second.image, back: (place) => first.back(second.back(place)) };
}

/** Turned back: what was drawn turned clockwise by these degrees is upright. */
export function turned(image: PageImage, turn: SeenPage['turn']): Reshaped {
  if (turn === 0) return unchanged(image);
  const { width, height, gray } = image;
  const sideways = turn !== 180;
  const size = { width: sideways ? height : width, height: sideways ? width : height };
  const back = ({ x, y }: Point): Point => {
    if (turn === 270) return { x: y, y: height - x };
    return turn === 180 ? { x: width - x, y: height - y } : { x: width - y, y: x };
  };
  const result = new Uint8Array(gray.length);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const from = back({ x: x + 0.5, y: y + 0.5 });
      result[y * size.width + x] = gray[Math.floor(from.y) * width + Math.floor(from.x)] ?? PAPER;
    }
  }
  return { image: { ...size, gray: result }, back };
}

/** Made `factor` times as large, and turned back by `degrees` so that lines that fell to the right are level. */
export function levelled(image: PageImage, factor: number, degrees: number): Reshaped {
  if (factor === 1 && degrees === 0) return unchanged(image);
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) / factor, Math.sin(angle) / factor];
  const back = ({ x, y }: Point): Point => ({
    x: image.width / 2 + (x - width / 2) * cos - (y - height / 2) * sin,
    y: image.height / 2 + (x - width / 2) * sin + (y - height / 2) * cos,
  });
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = back({ x: 0.5, y: y + 0.5 });
    for (let x = 0; x < width; x += 1) {
      gray[y * width + x] = between(image, from.x + x * cos - 0.5, from.y + x * sin - 0.5);
    }
  }
  return { image: { width, height, gray }, back };
}

/** The gray of a place between four pixels, each counted by how near it is. */
function between({ width, height, gray }: PageImage, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < -1 || top < -1 || left >= width || top >= height) return PAPER;
  const x0 = Math.max(0, left);
  const x1 = Math.min(width - 1, left + 1);
  const y0 = Math.max(0, top) * width;
  const y1 = Math.min(height - 1, top + 1) * width;
  const across = x - left;
  const down = y - top;
  const upper = (gray[y0 + x0] ?? PAPER) * (1 - across) + (gray[y0 + x1] ?? PAPER) * across;
  const lower = (gray[y1 + x0] ?? PAPER) * (1 - across) + (gray[y1 + x1] ?? PAPER) * across;
  return upper * (1 - down) + lower * down;
}
