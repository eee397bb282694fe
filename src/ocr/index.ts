import { WorkerEntrypoint } from 'cloudflare:workers';
import type { CharacterReader, PageImage, SeenPage } from '../parsers/ocr/character-reader';
import { loadModel, modelFor } from './models';
import { readPage } from './read-page';
import { createTesseract, type Tesseract } from './tesseract';

/** What this Worker is bound to. */
export interface OcrEnv {
  /** The models, as assets. */
  readonly MODELS: Fetcher;
}

/** A heap that has grown to this is given up after its page: memory once taken is not given back otherwise. */
const LARGEST_HEAP_BYTES = 64 * 1024 * 1024;

let instance: Tesseract | null = null;

/**
 * Reads the characters of page images, for Workers that are bound to it. Reading is synchronous, so pages follow one
 * another by themselves: one isolate reads one page at a time.
 */
export default class OcrWorker extends WorkerEntrypoint<OcrEnv> implements CharacterReader {
  async read(image: PageImage, language: string | null): Promise<SeenPage> {
    const tesseract = await this.#readyFor(modelFor(language));
    let isWell = false;
    try {
      const page = readPage(image, (prepared, segmentation) => tesseract.read(prepared, segmentation));
      isWell = true;
      return page;
    } finally {
      // What has trapped has left its heap half written: the next page gets another.
      if (!isWell || tesseract.heapBytes() > LARGEST_HEAP_BYTES) instance = null;
    }
  }

  /** Another call may change the model while this one waits for its own: looked at again before it is used. */
  async #readyFor(name: string): Promise<Tesseract> {
    const model = instance?.model() === name ? null : await loadModel(this.env.MODELS, name);
    const tesseract = instance ?? (await createTesseract());
    instance = tesseract;
    if (tesseract.model() === name) return tesseract;
    if (model === null) return this.#readyFor(name);
    tesseract.useModel(name, model);
    return tesseract;
  }
}
