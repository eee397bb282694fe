import createCore, { type BaseApi, type TesseractCore } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import wasm from 'tesseract.js-core/tesseract-core-simd-lstm.wasm';
import type { PageImage, SeenWord } from '../parsers/ocr/character-reader';
import { linesOfTsv } from './lines-of-tsv';

/** Lines of words. */
export type SeenLines = readonly (readonly SeenWord[])[];

/** Reads an image as it is; boxes in its pixels. */
export type Reading = (image: PageImage, segmentation: Segmentation) => SeenLines;

/** How Tesseract cuts a page before it reads it: `--psm` on its command line. */
export type Segmentation = 'columns' | 'one-block';

const PAGE_SEGMENTATION_MODES = { columns: 3, 'one-block': 6 } as const satisfies Record<Segmentation, number>;

/** The LSTM reader alone: the only one in this build and these models. */
const LSTM_ONLY = 1;
/** Told instead of guessed from the image, where a wrong guess is a warning and a worse reading. */
const RESOLUTION_DPI = 300;
const INPUT = '/input';

/** One instance of Tesseract. Its calls are synchronous: a page takes about a second in which nothing else runs. */
export interface Tesseract {
  /** Bytes of its heap, which never shrinks. */
  heapBytes(): number;
  /** The model it reads with; null before the first. */
  model(): string | null;
  useModel(name: string, model: Uint8Array): void;
  /** The lines of an image, boxes in its pixels. */
  read: Reading;
}

export async function createTesseract(): Promise<Tesseract> {
  let memory: WebAssembly.Memory | null = null;
  const core = await createCore({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(wasm, imports);
      memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory) ?? null;
      done(instance, wasm);
      return {};
    },
    print: () => undefined,
    printErr: () => undefined,
  });
  let api: BaseApi | null = null;
  let name: string | null = null;
  return {
    heapBytes: () => memory?.buffer.byteLength ?? 0,
    model: () => name,
    useModel(wanted, model) {
      api?.End();
      api ??= new core.TessBaseAPI();
      name = null;
      initialise(core, api, wanted, model);
      name = wanted;
    },
    read(image, segmentation) {
      if (api === null) throw new Error('Tesseract has no model yet: call useModel first');
      core.FS.writeFile(INPUT, asPgm(image));
      try {
        api.SetPageSegMode(PAGE_SEGMENTATION_MODES[segmentation]);
        if (api.SetImageFile(1, 0) !== 0)
          throw new Error(`Tesseract took no image of ${image.width} x ${image.height}`);
        api.SetSourceResolution(RESOLUTION_DPI);
        api.Recognize(null);
        return linesOfTsv(api.GetTSVText(0));
      } finally {
        api.Clear();
        core.FS.unlink(INPUT);
      }
    },
  };
}

function initialise(core: TesseractCore, api: BaseApi, name: string, model: Uint8Array): void {
  const path = `/${name}.traineddata`;
  core.FS.writeFile(path, model);
  try {
    if (api.Init('/', name, LSTM_ONLY) !== 0) throw new Error(`Tesseract did not take the model ${name}`);
  } finally {
    core.FS.unlink(path);
  }
}

/** A portable gray map: the plainest form it reads. */
function asPgm({ width, height, gray }: PageImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + gray.length);
  file.set(head);
  file.set(gray, head.length);
  return file;
}
