import { BLOCK } from './jpeg-blocks';

/** Row by row, what a wave of each frequency is at each of eight places, with its weight (ITU-T T.81, A.3.3). */
const WAVES = Float32Array.from({ length: BLOCK }, (_, index) => {
  const [frequency, place] = [index >> 3, index & 7];
  return (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16);
});
/** 128, less what rounding down takes from the grays of other formats. */
const MIDDLE = 127.25;

/** The eight by eight pixels, 0-255, that the values at `at` are the waves of, each times its step. */
export function pixelsOfBlock(values: Int16Array, at: number, steps: Uint16Array, pixels: Uint8ClampedArray): void {
  const mean = (values[at] ?? 0) * (steps[0] ?? 1);
  if (isFlat(values, at)) {
    pixels.fill(mean / 8 + MIDDLE);
    return;
  }
  ROWS.fill(0);
  for (let row = 0; row < 8; row += 1) {
    for (let frequency = 0; frequency < 8; frequency += 1) {
      const value = (values[at + 8 * row + frequency] ?? 0) * (steps[8 * row + frequency] ?? 1);
      if (value !== 0) addWave(ROWS, 8 * row, 1, 8 * frequency, value);
    }
  }
  SUMS.fill(MIDDLE);
  for (let frequency = 0; frequency < 8; frequency += 1) {
    for (let x = 0; x < 8; x += 1) {
      const value = ROWS[8 * frequency + x] ?? 0;
      if (value !== 0) addWave(SUMS, x, 8, 8 * frequency, value);
    }
  }
  pixels.set(SUMS);
}

/** Worked on within one call. */
const ROWS = new Float32Array(BLOCK);
const SUMS = new Float32Array(BLOCK);

function addWave(sums: Float32Array, start: number, step: number, wave: number, value: number): void {
  for (let place = 0; place < 8; place += 1) {
    const at = start + step * place;
    sums[at] = (sums[at] ?? 0) + value * (WAVES[wave + place] ?? 0);
  }
}

function isFlat(values: Int16Array, at: number): boolean {
  for (let place = 1; place < BLOCK; place += 1) if (values[at + place] !== 0) return false;
  return true;
}
