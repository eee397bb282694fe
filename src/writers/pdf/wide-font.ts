import type { WideFont } from './lettering';

/** Noto Sans: Latin, Greek and Cyrillic letters of every language of Europe. Loaded when the first text needs it. */
export const wideFont: WideFont = async () => {
  const { default: bytes } = await import('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
  return new Uint8Array(bytes);
};
