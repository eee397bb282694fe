import type { PageImage, SeenPage } from '../parsers/ocr/character-reader';
import type { Mark } from './marks';
import { meanCertainty } from './mean-certainty';
import { levelled, turned } from './reshape';
import { profileSharpness } from './skew';
import type { Reading } from './tesseract';

/** Degrees clockwise by which writing is turned on an image. */
export type Turn = SeenPage['turn'];

/** Pixels of the piece of a page that is read to see which way up it is. */
const SAMPLE_WIDTH = 900;
const SAMPLE_HEIGHT = 500;
/** Writing is taken to run down the page when its columns of letters are this much sharper than its rows. */
const SIDEWAYS_FROM = 1.3;
/** Certainty of what is the right way up; what is turned by half seldom reaches half of it. */
const UPRIGHT_FROM = 0.75;
/** Another way up must be this much surer. */
const SURER_BY = 1.25;
/** Letters it takes to tell; a page with fewer is taken as it is. */
const FEWEST_LETTERS = 30;

/**
 * Which way the writing on a page is turned. Whether it runs across or down shows in the letters; which of the two ways is
 * up, in how surely a piece of the page is read. `factor`: what makes its letters a good height.
 */
export function turnOf(image: PageImage, letters: readonly Mark[], factor: number, read: Reading): Turn {
  if (letters.length < FEWEST_LETTERS) return 0;
  const runsDown = profileSharpness(letters, 'sides') > SIDEWAYS_FROM * profileSharpness(letters, 'feet');
  const sample = sampleOf(image, letters, factor);
  const certaintyAt = (turn: Turn): number => {
    const words = read(levelled(turned(sample, turn).image, factor, 0).image, 'one-block').flat();
    return meanCertainty(words);
  };
  const [likely, reverse]: readonly [Turn, Turn] = runsDown ? [90, 270] : [0, 180];
  const certainty = certaintyAt(likely);
  if (certainty >= UPRIGHT_FROM) return likely;
  const reversed = certaintyAt(reverse);
  return reversed > SURER_BY * certainty ? reverse : reversed > certainty && runsDown ? reverse : likely;
}

/** The piece with the most letters, of a page cut into pieces. */
function sampleOf(image: PageImage, letters: readonly Mark[], factor: number): PageImage {
  const width = Math.min(image.width, Math.round(SAMPLE_WIDTH / factor));
  const height = Math.min(image.height, Math.round(SAMPLE_HEIGHT / factor));
  const counts = new Map<string, { left: number; top: number; count: number }>();
  for (const mark of letters) {
    const left = Math.min(image.width - width, Math.floor(mark.left / width) * width);
    const top = Math.min(image.height - height, Math.floor(mark.top / height) * height);
    const piece = counts.get(`${left}:${top}`) ?? { left, top, count: 0 };
    piece.count += 1;
    counts.set(`${left}:${top}`, piece);
  }
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count);
  return cutOut(image, best?.left ?? 0, best?.top ?? 0, width, height);
}

function cutOut(image: PageImage, left: number, top: number, width: number, height: number): PageImage {
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * image.width + left;
    gray.set(image.gray.subarray(from, from + width), y * width);
  }
  return { width, height, gray };
}
