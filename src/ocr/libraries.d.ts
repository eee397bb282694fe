declare module 'tesseract.js-core/tesseract-core-simd-lstm.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** What is used of it; https://github.com/naptha/tesseract.js-core wraps https://tesseract-ocr.github.io in this. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  interface BaseApi {
    /** 0 when the model was read. */
    Init(folder: string, model: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    SetPageSegMode(mode: number): void;
    /** Reads `/input`; 0 when it is an image. */
    SetImageFile(exifOrientation: number, angle: number): number;
    SetSourceResolution(dpi: number): void;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    Clear(): void;
    End(): void;
  }
  interface TesseractCore {
    readonly FS: {
      writeFile(path: string, content: Uint8Array): void;
      unlink(path: string): void;
    };
    readonly TessBaseAPI: new () => BaseApi;
  }
  type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;
  export default function create(options: {
    instantiateWasm(imports: WebAssembly.Imports, done: Instantiated): object;
    print(text: string): void;
    printErr(text: string): void;
  }): Promise<TesseractCore>;
}
