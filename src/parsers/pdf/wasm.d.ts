declare module '@llamaindex/liteparse-wasm/liteparse_wasm_bg.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
