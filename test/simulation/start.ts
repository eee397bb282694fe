/** When every world begins. */
export const START = 1_750_000_000_000;
