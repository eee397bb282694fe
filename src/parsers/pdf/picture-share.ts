import { initSync, LiteParse } from '@llamaindex/liteparse-wasm';
import module from '@llamaindex/liteparse-wasm/liteparse_wasm_bg.wasm';
import { guardPanic } from './panic-guard';

/** Share of a page that pictures cover, 0-1, without drawing it; 0 where it cannot be told. */
export async function pictureShare(pdf: Uint8Array, page: number): Promise<number> {
  const instance = initSync({ module });
  const reader = new LiteParse({
    ocrEnabled: false,
    quiet: true,
    targetPages: String(page),
    includeComplexity: true,
    continueOnPageError: true,
    imageMode: 'off',
  });
  try {
    const result = await guardPanic(instance, () => reader.parse(pdf));
    reader.free();
    const seen = result.pages[0]?.complexity;
    return seen?.fullPageImage === true ? 1 : (seen?.imageCoverage ?? 0);
  } catch {
    return 0;
  }
}
