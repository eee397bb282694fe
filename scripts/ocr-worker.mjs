import { join } from 'node:path';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { bundleWorker } from './bundle-worker.mjs';
import { root } from './root.mjs';

/** The OCR Worker, bundled, as Miniflare runs it beside the Worker that is bound to it. */
export async function ocrWorker() {
  const configPath = join(root, 'src', 'ocr', 'wrangler.toml');
  const { workerOptions } = unstable_getMiniflareWorkerOptions(configPath);
  /** @type {{ name?: string, compatibilityDate: string, compatibilityFlags: string[] }} */
  const { name = 'quarry-ocr', compatibilityDate, compatibilityFlags } = workerOptions;
  const { modules, gzippedBytes } = await bundleWorker(configPath);
  return {
    gzippedBytes,
    worker: {
      name,
      compatibilityDate,
      compatibilityFlags,
      modules,
      // The assets as what they are, files in a folder.
      serviceBindings: {
        MODELS: { disk: { path: join(root, 'node_modules', '@tesseract.js-data'), writable: false } },
      },
    },
  };
}
