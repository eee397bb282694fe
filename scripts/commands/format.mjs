import { runTool } from '../toolchain.mjs';

/** Writes what can be mended of format and lint. */
export const run = () => runTool('biome', ['check', '--write', '--config-path=scripts', '.']);
