import { askReader } from './ask-reader';

/** Share of a page that pictures cover, 0-1, without drawing it; 0 where it cannot be told. */
export async function pictureShare(pdf: readonly Uint8Array[], page: number): Promise<number> {
  try {
    const result = await askReader(pdf, {
      ocrEnabled: false,
      targetPages: String(page),
      includeComplexity: true,
      imageMode: 'off',
    });
    const seen = result.pages[0]?.complexity;
    return seen?.fullPageImage === true ? 1 : (seen?.imageCoverage ?? 0);
  } catch {
    return 0;
  }
}
