declare module '@jsquash/webp/codec/dec/webp_dec.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '@jsquash/webp/codec/dec/webp_dec.js' {
  export interface WebpPixels {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }
  export default function create(options: {
    noInitialRun: boolean;
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
  }): Promise<{
    /** Null where the bytes are no picture. */
    decode(file: Uint8Array): WebpPixels | null;
  }>;
}

/** What its own declarations leave out: it has no named exports where it is not bundled. */
declare module 'utif2' {
  /** A page: tags by number, then what decoding adds. */
  export interface IFD {
    readonly [tag: `t${number}`]: unknown;
    readonly width: number;
    readonly height: number;
    readonly data?: Uint8Array;
  }
  const utif: {
    /** Adds `data`, `width` and `height`. */
    decodeImage(file: ArrayBuffer, page: IFD): void;
    toRGBA8(page: IFD): Uint8Array;
  };
  export default utif;
}
